package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.pipes.images.entry.TagRule;
import dev.jrelease.publish.Tag;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.template.text.Rendered;
import java.util.Optional;

/**
 * A name to publish.
 *
 * @param name as the configuration spells it, with templates rendered
 * @param reference equal for equal names; for a name with unknown parts, its known part
 * @param access how jrelease may connect to its registry
 * @param moves how it moves from release to release ({@code latest}, {@code v1}), if it does
 * @param location of the template
 */
public record ImageName(Rendered name, ImageReference reference, Access access, Moves moves, Location location) {

    ImageName with(Access other) {
        return new ImageName(name, reference, other, moves, location);
    }

    /** The same, written as its entry says. */
    ImageName with(TagRule rule) {
        return new ImageName(name, reference, rule.access(), rule.moves(moves), location);
    }

    /** Whether it moves from release to release; any other never changes. */
    public boolean floating() {
        return moves != Moves.NEVER;
    }

    /** Whether the name is at this registry, with insecure access. */
    boolean isInsecureAt(String registry) {
        return access == Access.INSECURE && reference.registry().equals(registry);
    }

    public String text() {
        return name.toString();
    }

    /** The tag. */
    public String tag() {
        return reference.manifestKey();
    }

    /** The tag that is published. */
    public Tag published() {
        return new Tag(text(), reference, access, moves, Optional.of(location));
    }

    /** Whether it contains a digest. */
    boolean isPinned() {
        return name.indexOf('@') >= 0;
    }

    /** Whether the end of its repository is known. */
    boolean hasKnownRepository() {
        return name.isKnown() || !new UnknownName(name).mayHoldTag();
    }

    /** Whether both may be the same name. */
    boolean mayEqual(ImageName other) {
        return longForm().couldEqual(other.longForm());
    }

    private Rendered longForm() {
        return name.isKnown() ? Rendered.of(reference.toString()) : new UnknownName(name).longForm();
    }
}
