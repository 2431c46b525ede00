package dev.jrelease.template.function;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions with regular expressions. */
final class PatternFunctions {
    private PatternFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of(
                        "filter .TagBody \"^feat\"",
                        2,
                        "the lines that match the regular expression",
                        call -> lines(call.text(0), RegularExpression.of(call.text(1))::isFoundIn)),
                Function.of(
                        "reverseFilter .TagBody \"^chore\"",
                        2,
                        "the lines that do not match the regular expression",
                        call -> lines(call.text(0), Predicate.not(RegularExpression.of(call.text(1))::isFoundIn))),
                Function.of(
                        "reReplaceAll \"(.*)-rc\" .Version \"$1\"",
                        3,
                        "the second argument with every match of the regular expression replaced by the third",
                        call -> RegularExpression.of(call.text(0)).replaceIn(call.text(1), call.text(2))),
                Function.of(
                        "listExclude \"^a$\" (list \"a\" \"b\")",
                        2,
                        "the list without the items that match the regular expression; the list is the last argument, or comes from a pipe",
                        call -> excluded(RegularExpression.of(call.text(0)), call.texts(1))));
    }

    private static String lines(String text, Predicate<String> kept) {
        return Stream.of(text.split("\n")).filter(kept).collect(Collectors.joining("\n"));
    }

    private static List<String> excluded(RegularExpression expression, List<String> items) {
        return items.stream().filter(item -> !expression.isFoundIn(item)).toList();
    }
}
