package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.PlannedTag;
import dev.jrelease.publish.Tag;
import dev.jrelease.publish.Tag.Moves;
import dev.jrelease.template.text.Rendered;
import java.util.Optional;

/**
 * A name that something is published under.
 *
 * @param name as the configuration spells it, every template filled in
 * @param reference equal for names that are the same; of one that is not known in full, as far as it is known
 * @param access how its registry is talked to
 * @param floating whether it moves from release to release ({@code latest}, {@code v1}); any other never changes
 * @param location the line that asks for it
 */
public record ImageName(Rendered name, ImageReference reference, Access access, boolean floating, Location location) {

    ImageName with(Access other) {
        return new ImageName(name, reference, other, floating, location);
    }

    /** Whether this is a name at a registry that is talked to without a trusted certificate. */
    boolean isInsecureAt(String registry) {
        return access == Access.INSECURE && reference.registry().equals(registry);
    }

    public String text() {
        return name.toString();
    }

    /** The tag alone, as the registry's API takes it. */
    public String tag() {
        return reference.manifestKey();
    }

    /** The tag that is published. */
    public Tag published() {
        return new Tag(text(), reference, floating ? Moves.FORWARD : Moves.NEVER, Optional.of(location));
    }

    /** The tag as it is planned to be published. */
    public PlannedTag planned() {
        return new PlannedTag(published(), access);
    }

    /** Whether it names a digest. */
    boolean isPinned() {
        return name.indexOf('@') >= 0;
    }

    /** Whether it is known where the repository ends. */
    boolean hasKnownRepository() {
        return name.isKnown() || !new UnknownName(name).mayHoldTag();
    }

    /** Whether both can turn out to be the same name. */
    boolean mayEqual(ImageName other) {
        return longForm().couldEqual(other.longForm());
    }

    private Rendered longForm() {
        return name.isKnown() ? Rendered.of(reference.toString()) : new UnknownName(name).longForm();
    }
}
