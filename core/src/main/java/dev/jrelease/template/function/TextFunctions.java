package dev.jrelease.template.function;

import java.util.ArrayList;
import java.util.List;

/** Functions from text to text. */
final class TextFunctions {
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
                        "whether the first text contains the second",
                        call -> call.text(0).contains(call.text(1))),
                Function.of(
                        "trim \" v1.2  \"",
                        1,
                        "the text without the white space around it",
                        call -> call.text(0).strip()),
                Function.of(
                        "trimprefix \"v1.2\" \"v\"",
                        2,
                        "the text without this prefix",
                        call -> withoutPrefix(call.text(0), call.text(1))),
                Function.of(
                        "trimsuffix \"1.2v\" \"v\"",
                        2,
                        "the text without this suffix",
                        call -> withoutSuffix(call.text(0), call.text(1))));
    }

    private static List<String> split(String text, String separator) {
        if (separator.isEmpty()) {
            return text.codePoints().mapToObj(Character::toString).toList();
        }
        List<String> parts = new ArrayList<>();
        int done = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, done)) {
            parts.add(text.substring(done, at));
            done = at + separator.length();
        }
        parts.add(text.substring(done));
        return parts;
    }

    private static String withoutPrefix(String text, String prefix) {
        return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
    }

    private static String withoutSuffix(String text, String suffix) {
        return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
    }
}
