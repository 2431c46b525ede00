package dev.jrelease.template.function;

import dev.jrelease.template.text.NotKnown;
import dev.jrelease.template.text.Rendered;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.function.IntPredicate;

/** Functions that compare values and combine conditions. */
final class ComparisonFunctions {
    private ComparisonFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.atLeast(
                        "eq .Arch \"arm64\" \"amd64\"",
                        2,
                        "whether the first argument equals one of the others",
                        call -> call.arguments().stream().skip(1).anyMatch(other -> equal(call.value(0), other))),
                Function.of(
                        "ne .Arch \"arm64\"", 2, "whether they differ", call -> !equal(call.value(0), call.value(1))),
                ordering("lt .Major 2", "whether the first is less", order -> order < 0),
                ordering("le .Major 2", "whether the first is less or the same", order -> order <= 0),
                ordering("gt .Major 2", "whether the first is greater", order -> order > 0),
                ordering("ge .Major 2", "whether the first is greater or the same", order -> order >= 0),
                Function.of(
                        "not .IsSnapshot",
                        1,
                        "true for what is false, zero or empty",
                        call -> !Values.isTrue(call.value(0))),
                Function.atLeast(
                        "and .IsSnapshot .Prerelease",
                        1,
                        "the first argument that is false, zero or empty, else the last",
                        call -> firstThat(call.arguments(), false)),
                Function.atLeast(
                        "or .Prerelease .Version",
                        1,
                        "the first argument that is not false, zero or empty, else the last",
                        call -> firstThat(call.arguments(), true)));
    }

    private static Function ordering(String usage, String meaning, IntPredicate wanted) {
        return Function.of(usage, 2, meaning, call -> wanted.test(order(call.value(0), call.value(1))));
    }

    private static Object firstThat(List<Object> values, boolean truth) {
        return values.stream()
                .filter(value -> Values.isTrue(value) == truth)
                .findFirst()
                .orElseGet(values::getLast);
    }

    private static boolean equal(Object one, Object other) {
        if (one instanceof Boolean) {
            requireSameKind(one, other);
            return one.equals(other);
        }
        return order(one, other) == 0;
    }

    private static int order(Object one, Object other) {
        requireSameKind(one, other);
        return switch (one) {
            case String text when other instanceof String others -> text.compareTo(others);
            case Long number when other instanceof Long others -> number.compareTo(others);
            case Double number when other instanceof Double others -> number.compareTo(others);
            case ZonedDateTime time when other instanceof ZonedDateTime others -> time.compareTo(others);
            case Rendered text -> throw new NotKnown();
            case String text -> throw new NotKnown();
            default -> throw new FunctionFailure(Values.kind(one) + " cannot be compared");
        };
    }

    private static void requireSameKind(Object one, Object other) {
        if (!Values.kind(one).equals(Values.kind(other))) {
            throw new FunctionFailure(Values.kind(one) + " cannot be compared with " + Values.kind(other));
        }
    }
}
