package dev.jrelease.failure;

import java.util.Set;

/** Which other error an error may be the consequence of. */
public sealed interface Cause {

    /** Whether that is this one. */
    boolean is(Problem problem);

    /** An error in the line of this place. */
    record At(Location place) implements Cause {
        @Override
        public boolean is(Problem problem) {
            Location other = problem.location();
            return other.file().equals(place.file()) && other.line() == place.line();
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
        public boolean is(Problem problem) {
            boolean behind = from.file().isEmpty()
                    || (from.file().equals(problem.location().file()) && from.compareTo(problem.location()) <= 0);
            return behind
                    && problem.message().startsWith(Problems.UNKNOWN_KEY)
                    && keys.stream().anyMatch(key -> problem.hint().equals(Suggestion.question(key)));
        }
    }
}
