package dev.jrelease.template.text;

import dev.jrelease.template.text.Rendered.Part;
import java.util.List;
import java.util.stream.Stream;

/** Decides whether two texts with unknown parts may be equal, after removing their common beginning and end. */
final class Comparison {
    private Comparison() {}

    /** The known characters and unknown parts of a text. */
    private static List<Object> units(List<Part> parts) {
        return parts.stream()
                .<Object>flatMap(part -> switch (part) {
                    case Rendered.Known(String text) -> text.chars().mapToObj(letter -> (Object) (char) letter);
                    case Unknown unknown -> Stream.of(unknown);
                })
                .toList();
    }

    static boolean couldEqual(List<Part> one, List<Part> other) {
        List<Object> first = units(one);
        List<Object> second = units(other);
        int same = common(first, second);
        first = first.subList(same, first.size()).reversed();
        second = second.subList(same, second.size()).reversed();
        same = common(first, second);
        return couldEqualOtherwise(
                first.subList(same, first.size()).reversed(),
                second.subList(same, second.size()).reversed());
    }

    /** Whether two texts with different first and last units may be equal. */
    private static boolean couldEqualOtherwise(List<Object> one, List<Object> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Stream.concat(one.stream(), other.stream()).noneMatch(Character.class::isInstance);
        }
        return !(isKnown(one.getFirst(), other.getFirst()) || isKnown(one.getLast(), other.getLast()));
    }

    private static boolean isKnown(Object one, Object other) {
        return one instanceof Character && other instanceof Character;
    }

    private static int common(List<Object> one, List<Object> other) {
        int same = 0;
        while (same < one.size() && same < other.size() && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }
}
