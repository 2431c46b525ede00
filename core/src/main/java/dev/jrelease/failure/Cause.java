package dev.jrelease.failure;

import java.util.Set;

/** Which other error an error may be the consequence of. */
public sealed interface Cause {

    /** Whether one of these is it. */
    boolean isAmong(RootErrors errors);

    /** An error in the line of this place. */
    record At(Location place) implements Cause {
        @Override
        public boolean isAmong(RootErrors errors) {
            return errors.isInLine(place);
        }
    }

    /** An unknown key that was probably meant as one of these, at this place or behind it. */
    record Mistyped(Location from, Set<String> keys) implements Cause {
        public Mistyped {
            keys = Set.copyOf(keys);
        }

        /** Anywhere, also in another file. */
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
