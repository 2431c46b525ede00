package dev.jrelease.pipes.images.entry;

import dev.jrelease.image.Access;
import dev.jrelease.publish.Tag.Moves;
import java.util.Optional;

/**
 * What an entry says about how its tags are written.
 *
 * @param access to their registries
 * @param floating whether they move; absent where their names decide
 * @param forward whether they move only to higher versions
 */
public record TagRule(Access access, Optional<Boolean> floating, Optional<Boolean> forward) {
    /**
     * How one of its tags moves.
     *
     * @param byName how it does by its name
     */
    public Moves moves(Moves byName) {
        if (!floating.orElse(byName != Moves.NEVER)) {
            return Moves.NEVER;
        }
        return forward.orElse(true) ? Moves.FORWARD : Moves.FREELY;
    }
}
