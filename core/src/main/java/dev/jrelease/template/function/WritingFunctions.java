package dev.jrelease.template.function;

import java.util.List;
import java.util.stream.Collectors;

/** Functions from values to text. */
final class WritingFunctions {
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
                        call -> englishJoin(call.texts(0))));
    }

    /** Go writes a space between two operands if neither is text. */
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
}
