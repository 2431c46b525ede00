package dev.jrelease.failure;

import java.util.Set;

/**
 * The cause that an error may have: another error of the same configuration. The later error is hidden if the cause was
 * reported.
 */
public sealed interface Cause {

    /** Whether one of these errors is the cause. */
    boolean isAmong(RootErrors errors);

    /** The cause is an error on the line of this location. */
    record At(Location place) implements Cause {
        @Override
        public boolean isAmong(RootErrors errors) {
            return errors.isInLine(place);
        }
    }

    /** The cause may be any error: a warning about the whole is certain only if its parts are right. */
    record Any() implements Cause {
        @Override
        public boolean isAmong(RootErrors errors) {
            return errors.hasAny();
        }
    }

    /** The cause is an unknown key that was probably meant as one of {@code keys}, at or after this location. */
    record Mistyped(Location from, Set<String> keys) implements Cause {
        public Mistyped {
            keys = Set.copyOf(keys);
        }

        /** The cause may be anywhere, also in another file. */
        public static Mistyped anywhere(String... keys) {
            return new Mistyped(Location.ofFile(""), Set.of(keys));
        }

        @Override
        public boolean isAmong(RootErrors errors) {
            return keys.stream()
                    .map(Suggestion::question)
                    .anyMatch(hint ->
                            from.file().isEmpty() ? errors.hasUnknownKey(hint) : errors.hasUnknownKey(hint, from));
        }
    }
}
