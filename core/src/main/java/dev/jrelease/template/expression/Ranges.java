package dev.jrelease.template.expression;

import dev.jrelease.failure.Location;
import dev.jrelease.template.function.FunctionFailure;
import dev.jrelease.template.function.ResultKind;
import dev.jrelease.template.function.Values;
import dev.jrelease.template.text.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The items of {@code range}: of a list, of a map in the order of its keys, or the numbers below a number. */
public final class Ranges {
    private static final long MOST = 100_000;

    private Ranges() {}

    /** Keys and items; empty for an empty value, or after an error, which is reported. */
    public static List<Map.Entry<Object, Object>> entries(Object value, Location location, Scope scope) {
        try {
            return switch (value) {
                case List<?> list -> items(list);
                case Map<?, ?> map -> sorted(map);
                case Long number when number <= MOST -> numbers(number);
                default -> none(value, location, scope);
            };
        } catch (FunctionFailure failure) {
            scope.fail(location, failure.getMessage());
            return List.of();
        }
    }

    /** Whether values of this kind have items to go through. */
    public static boolean goesThrough(ResultKind kind) {
        return kind == ResultKind.LIST || kind == ResultKind.NUMBER;
    }

    private static List<Map.Entry<Object, Object>> none(Object value, Location location, Scope scope) {
        if (!Scope.BROKEN.equals(value)) {
            String kind = value instanceof Unknown unknown
                    ? ResultKind.of(unknown).map(ResultKind::words).orElse("this")
                    : Values.kind(value);
            scope.fail(location, "range cannot go through " + kind);
        }
        return List.of();
    }

    private static List<Map.Entry<Object, Object>> items(List<?> list) {
        List<Map.Entry<Object, Object>> entries = new ArrayList<>();
        for (Object item : list) {
            entries.add(Map.entry((long) entries.size(), Values.plain(item).orElse(Scope.BROKEN)));
        }
        return entries;
    }

    private static List<Map.Entry<Object, Object>> sorted(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach(
                (key, item) -> sorted.put(Values.text(key), Values.plain(item).orElse(Scope.BROKEN)));
        List<Map.Entry<Object, Object>> entries = new ArrayList<>();
        sorted.forEach((key, item) -> entries.add(Map.entry(key, item)));
        return entries;
    }

    private static List<Map.Entry<Object, Object>> numbers(long count) {
        List<Map.Entry<Object, Object>> entries = new ArrayList<>();
        for (long number = 0; number < count; number++) {
            entries.add(Map.entry(number, number));
        }
        return entries;
    }
}
