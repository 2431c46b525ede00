package dev.jrelease.template.function;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values as text, for several readers. */
final class WritingFunctions {
    private static final String PATH_SAFE = "-_.~$&+=:@";

    private WritingFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.atLeast(
                        "printf \"%s-%03d\" .ProjectName .Major",
                        1,
                        "the values written as the format says, as Go's printf does",
                        call -> Printf.format(call.text(0), call.arguments().subList(1, call.count()))),
                Function.atLeast(
                        "print .Major .Minor",
                        0,
                        "the values, with spaces between those that are not text",
                        call -> print(call.arguments())),
                Function.atLeast(
                        "println .Version",
                        0,
                        "the values with spaces between them and a line break",
                        call -> call.arguments().stream().map(Values::text).collect(Collectors.joining(" ")) + "\n"),
                Function.of(
                        "englishJoin (list \"a\" \"b\" \"c\")",
                        1,
                        "the items as an enumeration: a, b, and c",
                        call -> englishJoin(call.texts(0))),
                Function.of(
                        "urlPathEscape \"foo/bar\"",
                        1,
                        "the text as one part of a URL's path",
                        call -> pathEscape(call.text(0))),
                Function.of(
                        "urlquery .Version",
                        1,
                        "the text as a value in a URL's query",
                        call -> URLEncoder.encode(Values.text(call.value(0)), StandardCharsets.UTF_8)),
                Function.of(
                        "html .Version",
                        1,
                        "the text with the marks of HTML escaped",
                        call -> html(Values.text(call.value(0)))));
    }

    /** Go puts a space between two operands when neither is text. */
    private static String print(List<Object> values) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            boolean between = i > 0 && !(values.get(i) instanceof String) && !(values.get(i - 1) instanceof String);
            out.append(between ? " " : "").append(Values.text(values.get(i)));
        }
        return out.toString();
    }

    private static String englishJoin(List<String> items) {
        List<String> said = items.stream().filter(item -> !item.isBlank()).toList();
        if (said.size() < 2) {
            return String.join("", said);
        }
        String last = said.getLast();
        String before = String.join(", ", said.subList(0, said.size() - 1));
        return before + (said.size() > 2 ? ", and " : " and ") + last;
    }

    private static String pathEscape(String text) {
        StringBuilder out = new StringBuilder();
        for (byte octet : text.getBytes(StandardCharsets.UTF_8)) {
            boolean letter = (octet >= 'a' && octet <= 'z') || (octet >= 'A' && octet <= 'Z');
            boolean digit = octet >= '0' && octet <= '9';
            if (letter || digit || (octet > 0 && PATH_SAFE.indexOf(octet) >= 0)) {
                out.append((char) octet);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", octet));
            }
        }
        return out.toString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&#34;")
                .replace("'", "&#39;");
    }
}
