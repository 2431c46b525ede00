package dev.jrelease.pipes.images.entry;

import dev.jrelease.image.Access;
import dev.jrelease.publish.Tag.Moves;
import java.util.Optional;

/**
 * The settings of an entry for its tags.
 *
 * @param access to their registries
 * @param floating whether they move; absent where their names decide
 * @param forward whether they move only to higher versions
 */
public record TagRule(Access access, Optional<Boolean> floating, Optional<Boolean> forward) {
    /**
     * How one of its tags moves.
     *
     * @param byName how it moves without these settings
     */
    public Moves moves(Moves byName) {
        if (!floating.orElse(byName != Moves.NEVER)) {
            return Moves.NEVER;
        }
        return forward.orElse(true) ? Moves.FORWARD : Moves.FREELY;
    }
}
