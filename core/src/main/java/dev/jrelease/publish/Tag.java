package dev.jrelease.publish;

import dev.jrelease.failure.Location;
import dev.jrelease.image.ImageReference;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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

    // Written out: what the compiler makes is linked by reflection at the first call of a start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Tag that
                && text.equals(that.text)
                && reference.equals(that.reference)
                && moves.equals(that.moves)
                && location.equals(that.location);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * (31 * text.hashCode() + reference.hashCode()) + moves.hashCode()) + location.hashCode();
    }
}
