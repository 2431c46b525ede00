package dev.jrelease.migrate.fold;

import dev.jrelease.image.Platform;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A template that gives one word for each of some platforms. */
final class PlatformWord {
    private static final int MOST_EXCEPTIONS = 2;

    private final List<Platform> platforms;
    private final List<String> words;

    private PlatformWord(List<Platform> platforms, List<String> words) {
        this.platforms = platforms;
        this.words = words;
    }

    /** A field that every platform has, and the template for it. */
    private enum Field {
        ARCH(".Arch"),
        TARGET(".Target");

        private final String name;

        Field(String name) {
            this.name = name;
        }

        private String of(Platform platform) {
            return this == ARCH ? platform.architecture() : platform.target();
        }
    }

    /** The template; empty if only one that is hard to read would be possible. */
    static Optional<String> of(List<Platform> platforms, List<String> words) {
        return new PlatformWord(List.copyOf(platforms), List.copyOf(words)).template();
    }

    /** The arguments of a condition that is true for one of the platforms only. */
    static String only(Platform platform, List<Platform> platforms) {
        boolean alone = platforms.stream()
                        .filter(other -> other.architecture().equals(platform.architecture()))
                        .count()
                == 1;
        Field field = alone ? Field.ARCH : Field.TARGET;
        return field.name + " \"" + field.of(platform) + "\"";
    }

    private Optional<String> template() {
        for (Field field : Field.values()) {
            if (exceptions(field).isEmpty()) {
                return Optional.of("{{ " + field.name + " }}");
            }
        }
        if (words.stream().distinct().count() == 1) {
            return Optional.of(words.getFirst());
        }
        if (words.size() == 2 && exceptions(Field.ARCH).size() == 2) {
            return Optional.of("{{ if eq " + only(platforms.getFirst(), platforms) + " }}" + words.getFirst()
                    + "{{ else }}" + words.getLast() + "{{ end }}");
        }
        return replaced(Field.ARCH).or(() -> replaced(Field.TARGET));
    }

    private List<Integer> exceptions(Field field) {
        return IntStream.range(0, words.size())
                .filter(i -> !field.of(platforms.get(i)).equals(words.get(i)))
                .boxed()
                .toList();
    }

    /** A template that replaces values of the field; empty if it would replace others, too. */
    private Optional<String> replaced(Field field) {
        List<Integer> exceptions = exceptions(field);
        if (exceptions.size() > MOST_EXCEPTIONS) {
            return Optional.empty();
        }
        String expression = field.name;
        List<String> given = platforms.stream().map(field::of).toList();
        for (int exception : exceptions) {
            String from = field.of(platforms.get(exception));
            String to = words.get(exception);
            String inner = expression.startsWith(".") ? expression : "(" + expression + ")";
            expression = "replace " + inner + " \"" + from + "\" \"" + to + "\"";
            given = given.stream().map(value -> value.replace(from, to)).toList();
        }
        return given.equals(words) ? Optional.of("{{ " + expression + " }}") : Optional.empty();
    }
}
