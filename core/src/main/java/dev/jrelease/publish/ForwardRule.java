package dev.jrelease.publish;

import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.version.SemanticVersion;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides whether a floating tag moves: to a higher version only, and never from a release to a prerelease.
 *
 * @param version of what is published; empty if it has none that can be compared
 */
record ForwardRule(Optional<SemanticVersion> version, boolean allowDowngrade) {
    /** What becomes of a tag. */
    sealed interface Decision {
        /**
         * It moves.
         *
         * @param remark for the report; may be empty
         */
        record Move(String remark) implements Decision {}

        /** It stays as it is. */
        record Keep(String because) implements Decision {}
    }

    /**
     * Decides about one tag.
     *
     * @param looking reads the version of what the tag holds now; empty if it states none
     */
    Decision decide(Tag tag, Supplier<Optional<SemanticVersion>> looking) {
        if (tag.moves() == Moves.FREELY || allowDowngrade) {
            return new Decision.Move("");
        }
        Optional<SemanticVersion> held = looking.get();
        if (held.isEmpty()) {
            return new Decision.Move("what it held says no version");
        }
        return version.map(ours -> decide(ours, held.get()))
                .orElseGet(() -> new Decision.Move("it held " + held.get() + ", which cannot be compared"));
    }

    private static Decision decide(SemanticVersion ours, SemanticVersion held) {
        if (ours.compareTo(held) < 0) {
            return new Decision.Keep("holds " + held + ", which is newer");
        }
        if (ours.isPrerelease() && !held.isPrerelease()) {
            return new Decision.Keep("holds " + held + ", which is a release");
        }
        return new Decision.Move("");
    }
}
