package dev.jrelease.template.function;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Capitals and small letters. */
final class CaseFunctions {
    /** Letters and digits with what may stand between them without ending a word. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]++(?:['.’][\\p{L}\\p{M}\\p{N}_]++)*+");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");

    private CaseFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "tolower \"V1.2\"",
                        1,
                        "the text in lower case",
                        call -> call.text(0).toLowerCase(Locale.ROOT)),
                Function.of(
                        "toupper \"v1.2\"",
                        1,
                        "the text in upper case",
                        call -> call.text(0).toUpperCase(Locale.ROOT)),
                Function.of(
                        "title \"foo bar\"",
                        1,
                        "the text with a capital at the start of each word",
                        call -> title(call.text(0))));
    }

    private static String title(String text) {
        return WORD.matcher(text).replaceAll(word -> capitalized(word.group()));
    }

    /** The first letter is, wherever it stands in the word: {@code 1st} becomes {@code 1St}. */
    private static String capitalized(String word) {
        Matcher letter = LETTER.matcher(word.toLowerCase(Locale.ROOT));
        return letter.replaceFirst(
                first -> Character.toString(Character.toTitleCase(first.group().codePointAt(0))));
    }
}
