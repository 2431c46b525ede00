package dev.jrelease.template.function;

import dev.jrelease.template.text.NotKnown;
import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Operations on template values with Go's rules: conversion to text, truth, members. */
public final class Values {
    private Values() {}

    /** The value as one of the types that functions know; empty for null and for a missing value. */
    public static Optional<Object> plain(@Nullable Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Supplier<?> supplier -> plain(supplier.get());
            case Optional<?> optional -> optional.flatMap(Values::plain);
            case Integer number -> Optional.of(number.longValue());
            case Short number -> Optional.of(number.longValue());
            case Float number -> Optional.of(number.doubleValue());
            case Instant instant -> Optional.of(instant.atZone(ZoneOffset.UTC));
            case List<?> list -> Optional.of(list);
            case Collection<?> collection -> Optional.of(List.copyOf(collection));
            case Enum<?> constant -> Optional.of(constant.toString());
            default -> Optional.of(value);
        };
    }

    /** The text of a value. */
    public static String text(@Nullable Object value) {
        return switch (plain(value).orElse(null)) {
            case null -> throw new FunctionFailure("there is no value to write");
            case String text -> text;
            case Rendered text -> text.known().orElseThrow(NotKnown::new);
            case Unknown unknown -> throw new NotKnown();
            case Double number -> Printf.shortest(number);
            case List<?> list -> list.stream().map(Values::text).collect(Collectors.joining(" ", "[", "]"));
            case Map<?, ?> map -> mapText(map);
            case ZonedDateTime time -> GoLayout.format("2006-01-02 15:04:05.999999999 -0700 MST", time);
            case EvaluationContext everything ->
                throw new FunctionFailure("'.' is the whole context here, not a single value");
            case UnknownVariables variables -> throw new NotKnown();
            case Fields fields -> throw new FunctionFailure("it has members and cannot be written as text");
            case Object other -> other.toString();
        };
    }

    private static String mapText(Map<?, ?> map) {
        Map<String, String> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put(text(key), text(value)));
        return sorted.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(" ", "map[", "]"));
    }

    /** Whether it is true; empty if that is unknown. */
    public static Optional<Boolean> truth(Object value) {
        return switch (value) {
            case Unknown unknown -> Optional.empty();
            case Rendered text when !text.hasText() -> Optional.empty();
            default -> Optional.of(isTrue(value));
        };
    }

    /** Whether it is true: false, zero and empty values are not. */
    public static boolean isTrue(Object value) {
        return switch (value) {
            case Unknown unknown -> throw new NotKnown();
            case Rendered text when !text.hasText() -> throw new NotKnown();
            case Boolean truth -> truth;
            case String text -> !text.isEmpty();
            case Long number -> number != 0;
            case Double number -> number != 0;
            case Collection<?> collection -> !collection.isEmpty();
            case Map<?, ?> map -> !map.isEmpty();
            default -> true;
        };
    }

    /** A member of a map or object; empty if it does not exist. */
    public static Optional<Object> part(Object value, String name) {
        return switch (value) {
            case EvaluationContext everything -> everything.value(name).flatMap(Values::plain);
            case Fields fields -> fields.field(name).flatMap(Values::plain);
            case Map<?, ?> map -> plain(map.get(name)).or(() -> plain(map.get(otherCase(name))));
            default -> Optional.empty();
        };
    }

    /** The item of a map with exactly this key. */
    public static Optional<Object> item(Object value, String key) {
        return switch (value) {
            case Map<?, ?> map -> plain(map.get(key));
            case UnknownVariables variables -> variables.item(key);
            default -> part(value, key);
        };
    }

    /** The name with the other case of its first letter, which does not count. */
    private static String otherCase(String name) {
        char first = name.charAt(0);
        char other = Character.isUpperCase(first) ? Character.toLowerCase(first) : Character.toUpperCase(first);
        return other + name.substring(1);
    }

    /** The names of the members of a map, none of which is read. */
    public static List<String> names(Object value) {
        Set<?> names = switch (value) {
            case KnownVariables variables -> variables.unnoted().keySet();
            case Map<?, ?> map -> map.keySet();
            default -> Set.of();
        };
        return names.stream().map(String::valueOf).toList();
    }

    /** Whether a value has named members. */
    public static boolean hasParts(Object value) {
        return value instanceof Map || value instanceof Fields || value instanceof EvaluationContext;
    }

    /** The type of a value, for a message. */
    public static String kind(Object value) {
        return switch (value) {
            case Unknown unknown -> throw new NotKnown();
            case String text -> "text";
            case Rendered text -> "text";
            case Boolean truth -> "true or false";
            case Long number -> "a number";
            case Double number -> "a number with a fraction";
            case Collection<?> collection -> "a list";
            case ZonedDateTime time -> "a time";
            default -> hasParts(value) ? "a map" : "a value of its own kind";
        };
    }
}
