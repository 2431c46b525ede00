package dev.jrelease.http;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The headers of a message. Names ignore case, and may have several values. */
public record Headers(Map<String, List<String>> values) {
    public static final Headers EMPTY = new Headers(Map.of());

    private static final Set<String> SECRET =
            Stream.of("Authorization", "Proxy-Authorization").collect(Collectors.toCollection(Headers::names));

    public Headers {
        Map<String, List<String>> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        values.forEach((name, all) -> copy.merge(name, List.copyOf(all), Headers::concat));
        values = Collections.unmodifiableMap(copy);
    }

    /** The same headers and one more; values of the same name stay. */
    public Headers with(String name, String value) {
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(values);
        more.merge(name, List.of(value), Headers::concat);
        return new Headers(more);
    }

    /** The first value of this name, without white space around it. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst().map(String::strip);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    void forEach(BiConsumer<String, String> action) {
        values.forEach((name, all) -> all.forEach(value -> action.accept(name, value)));
    }

    /** The headers with credentials masked. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + (SECRET.contains(entry.getKey()) ? "***" : entry.getValue()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static Set<String> names() {
        return new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    }

    private static List<String> concat(List<String> some, List<String> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }
}
