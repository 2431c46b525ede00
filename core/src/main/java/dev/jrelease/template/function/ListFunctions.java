package dev.jrelease.template.function;

import dev.jrelease.template.text.NotKnown;
import dev.jrelease.template.text.Rendered;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Functions for lists and maps. */
final class ListFunctions {
    private ListFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.atLeast("list \"a\" \"b\" \"c\"", 0, "a list of text", call -> call.textsFrom(0)),
                Function.of(
                        "in (list \"a\" \"b\") \"b\"",
                        2,
                        "whether the list contains the text",
                        call -> call.texts(0).contains(call.text(1))),
                Function.atLeast("map \"KEY\" \"VALUE\"", 0, "a map of text to text, from pairs", ListFunctions::map),
                Function.atLeast(
                        "index .Env \"CI\"",
                        1,
                        "the item of a list by its number, or of a map by its key (empty text if it has none)",
                        call -> index(call)),
                Function.of(
                        "indexOrDefault $map \"KEY\" \"value\"",
                        3,
                        "the item of a map by its key, or the last argument if it has none",
                        call -> Values.item(parts(call.value(0)), call.text(1)).orElse(call.value(2))),
                Function.of("len .Version", 1, "the number of bytes of a text, or of items", ListFunctions::length),
                Function.of(
                        "slice .FullCommit 0 12",
                        1,
                        3,
                        "the part of a text (in bytes) or a list from the second argument up to before the third",
                        ListFunctions::slice));
    }

    private static Map<String, String> map(Call call) {
        if (call.count() % 2 != 0) {
            throw new FunctionFailure("map needs pairs of a key and a value, but has " + call.count() + " arguments");
        }
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < call.count(); i += 2) {
            map.put(call.text(i), call.text(i + 1));
        }
        return Collections.unmodifiableMap(map);
    }

    private static Object index(Call call) {
        Object value = call.value(0);
        for (int i = 1; i < call.count(); i++) {
            value = switch (value) {
                case List<?> list ->
                    Values.plain(list.get(within(call.number(i), list.size() - 1)))
                            .orElseThrow(() -> new FunctionFailure("the list has no value there"));
                case String text ->
                    (long) text.getBytes(StandardCharsets.UTF_8)[
                            within(call.number(i), text.getBytes(StandardCharsets.UTF_8).length - 1)];
                case Rendered text -> throw new NotKnown();
                default -> Values.item(parts(value), call.text(i)).orElse("");
            };
        }
        return value;
    }

    private static Object parts(Object value) {
        if (!Values.hasParts(value)) {
            throw new FunctionFailure(Values.kind(value) + " has no items");
        }
        return value;
    }

    private static int within(long index, int last) {
        if (index < 0 || index > last) {
            throw new FunctionFailure("there is no item " + index + ", the last is " + last);
        }
        return (int) index;
    }

    private static Object length(Call call) {
        return switch (call.value(0)) {
            case String text -> (long) text.getBytes(StandardCharsets.UTF_8).length;
            case List<?> list -> (long) list.size();
            case Map<?, ?> map -> (long) map.size();
            case Rendered text -> throw new NotKnown();
            case UnknownVariables variables -> throw new NotKnown();
            default -> throw new FunctionFailure(Values.kind(call.value(0)) + " has no length");
        };
    }

    private static Object slice(Call call) {
        return switch (call.value(0)) {
            case String text -> slice(text.getBytes(StandardCharsets.UTF_8), call);
            case List<?> list -> List.copyOf(list.subList(from(call, list.size()), to(call, list.size())));
            case Rendered text -> throw new NotKnown();
            default -> throw new FunctionFailure(Values.kind(call.value(0)) + " cannot be sliced");
        };
    }

    /** Counts bytes, as Go does. */
    private static String slice(byte[] text, Call call) {
        int from = from(call, text.length);
        try {
            ByteBuffer part = ByteBuffer.wrap(text, from, to(call, text.length) - from);
            return StandardCharsets.UTF_8.newDecoder().decode(part).toString();
        } catch (CharacterCodingException torn) {
            throw new FunctionFailure("slice counts bytes, and this index is inside a character");
        }
    }

    private static int from(Call call, int length) {
        return call.count() < 2 ? 0 : within(call.number(1), to(call, length));
    }

    private static int to(Call call, int length) {
        return call.count() < 3 ? length : within(call.number(2), length);
    }
}
