package dev.jrelease.template.function;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text in, text out. */
final class TextFunctions {
    /** Letters and digits with what may stand between them without ending a word. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}_]++(?:['.’][\\p{L}\\p{M}\\p{N}_]++)*+");

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern MARKDOWN = Pattern.compile("[_*\\[\\]()~`>#+\\-=|{}.!]");

    private TextFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "replace \"v1.2\" \"v\" \"\"",
                        3,
                        "the text with every match of the second argument replaced by the third",
                        call -> call.text(0).replace(call.text(1), call.text(2))),
                Function.of(
                        "split \"1.2\" \".\"",
                        2,
                        "the parts of the text between the separators, as a list",
                        call -> split(call.text(0), call.text(1))),
                Function.of(
                        "contains \"foobar\" \"foo\"",
                        2,
                        "whether the first text holds the second",
                        call -> call.text(0).contains(call.text(1))),
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
                        call -> title(call.text(0))),
                Function.of(
                        "trim \" v1.2  \"",
                        1,
                        "the text without the white space around it",
                        call -> call.text(0).strip()),
                Function.of(
                        "trimprefix \"v1.2\" \"v\"",
                        2,
                        "the text without the second argument in front",
                        call -> withoutPrefix(call.text(0), call.text(1))),
                Function.of(
                        "trimsuffix \"1.2v\" \"v\"",
                        2,
                        "the text without the second argument at its end",
                        call -> withoutSuffix(call.text(0), call.text(1))),
                Function.of(
                        "mdv2escape \"v1.2\"",
                        1,
                        "the text with the marks of Telegram's MarkdownV2 escaped",
                        call -> MARKDOWN.matcher(call.text(0)).replaceAll("\\\\$0")));
    }

    private static List<String> split(String text, String separator) {
        if (separator.isEmpty()) {
            return text.codePoints().mapToObj(Character::toString).toList();
        }
        return Arrays.asList(Pattern.compile(Pattern.quote(separator)).split(text, -1));
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

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }
}
