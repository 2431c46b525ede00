package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import dev.jrelease.publish.TagResult.How;
import java.util.Optional;

/**
 * A tag, and what it is to hold.
 *
 * @param adopted whether the content was found under an immutable tag and taken over, not made by this release
 * @param observed what an earlier stage has seen under the tag, if it has looked it up
 */
public record Wanted(Tag tag, Manifest content, boolean adopted, Optional<ObservedTags.Observation> observed) {
    public Wanted(Tag tag, Manifest content, boolean adopted) {
        this(tag, content, adopted, Optional.empty());
    }

    /** The same with what was seen under its tag. */
    public Wanted observed(Optional<ObservedTags.Observation> seen) {
        return new Wanted(tag, content, adopted, seen);
    }

    public Digest digest() {
        return content.digest();
    }

    boolean isHeldBy(Optional<Descriptor> held) {
        return held.map(Descriptor::digest).equals(Optional.of(digest()));
    }

    /** The result for a tag that has held this before. */
    How unchanged() {
        return adopted ? How.ADOPTED : How.UNCHANGED;
    }
}
