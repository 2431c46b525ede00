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
 * @param looked what the tag held a moment ago, if it was looked at
 */
public record Wanted(Tag tag, Manifest content, boolean adopted, Optional<ObservedTags.Look> looked) {
    public Wanted(Tag tag, Manifest content, boolean adopted) {
        this(tag, content, adopted, Optional.empty());
    }

    /** The same after a look at its tag. */
    public Wanted lookedAt(Optional<ObservedTags.Look> look) {
        return new Wanted(tag, content, adopted, look);
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
