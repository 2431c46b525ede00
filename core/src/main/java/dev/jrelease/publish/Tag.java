package dev.jrelease.publish;

import dev.jrelease.failure.Location;
import dev.jrelease.image.ImageReference;
import java.util.Optional;

/**
 * A tag that is published.
 *
 * @param text {@code registry/repository:tag} as it was asked for
 * @param reference equal for tags that are the same, however they are spelled
 * @param location the line that asks for it
 */
public record Tag(String text, ImageReference reference, Moves moves, Optional<Location> location) {
    /** Whether a tag that holds something may be made to hold something else. */
    public enum Moves {
        /** It is immutable. */
        NEVER,
        /** It is floating, and moves to higher versions. */
        FORWARD,
        /** It is floating, and moves whatever it holds. */
        FREELY
    }

    public boolean floating() {
        return moves != Moves.NEVER;
    }

    /** The tag alone, as the registry's API takes it. */
    public String name() {
        return reference.manifestKey();
    }
}
