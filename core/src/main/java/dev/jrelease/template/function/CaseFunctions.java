package dev.jrelease.template.function;

import dev.jrelease.text.SearchPattern;
import java.util.List;
import java.util.function.IntUnaryOperator;

/** Functions for upper and lower case. */
final class CaseFunctions {
    /** Letters and digits, with characters that do not end a word between them. */
    private static final SearchPattern WORD =
            SearchPattern.of("[\\p{L}\\p{M}\\p{N}_](?:[\\p{L}\\p{M}\\p{N}_]|['.’](?=[\\p{L}\\p{M}\\p{N}_]))*+");

    private static final SearchPattern LETTER = SearchPattern.of("\\p{L}");

    private CaseFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "tolower \"V1.2\"",
                        1,
                        "the text in lower case",
                        call -> letters(call.text(0), Character::toLowerCase)),
                Function.of(
                        "toupper \"v1.2\"",
                        1,
                        "the text in upper case",
                        call -> letters(call.text(0), Character::toUpperCase)),
                Function.of(
                        "title \"foo bar\"",
                        1,
                        "the text with the first letter of each word in upper case",
                        call -> title(call.text(0))));
    }

    /** Converts letter by letter, as Go does: {@code ß} has no upper case. */
    private static String letters(String text, IntUnaryOperator letter) {
        int[] letters = text.codePoints().map(letter).toArray();
        return new String(letters, 0, letters.length);
    }

    private static String title(String text) {
        return WORD.replace(text, word -> capitalized(word.group()));
    }

    /** Converts the first letter of a word: {@code 1st} becomes {@code 1St}. */
    private static String capitalized(String word) {
        String small = letters(word, Character::toLowerCase);
        return LETTER.first(small)
                .map(first -> small.substring(0, first.start())
                        + Character.toString(Character.toTitleCase(small.codePointAt(first.start())))
                        + small.substring(first.end()))
                .orElse(small);
    }
}
