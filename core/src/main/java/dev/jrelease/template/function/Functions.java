package dev.jrelease.template.function;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All functions by name. */
public final class Functions {
    private static final Map<String, Function> ALL = byName(Stream.of(
            TextFunctions.all(),
            CaseFunctions.all(),
            WritingFunctions.all(),
            EscapeFunctions.all(),
            PatternFunctions.all(),
            ComparisonFunctions.all(),
            ListFunctions.all(),
            PathFunctions.all(),
            VersionFunctions.all(),
            EnvironmentFunctions.all(),
            FileFunctions.all()));

    private Functions() {}

    private static Map<String, Function> byName(Stream<List<Function>> groups) {
        Map<String, Function> all = new TreeMap<>();
        groups.flatMap(List::stream).forEach(function -> all.put(function.name(), function));
        return Collections.unmodifiableMap(all);
    }

    public static Optional<Function> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** All functions, sorted by name. */
    public static Collection<Function> all() {
        return ALL.values();
    }

    public static Collection<String> names() {
        return ALL.keySet();
    }
}
