package dev.jrelease.pipes.images.candidate;

import dev.jrelease.image.Platform;
import dev.jrelease.pipes.images.plan.ImageName;
import java.util.Optional;

/**
 * An immutable tag of a candidate, which holds what is sought, or an index that has it.
 *
 * @param child the platform of the image in that index; empty if the tag holds it itself
 */
record CandidateTag(ImageName name, Optional<Platform> child) {
    String text() {
        return name.text() + child.map(platform -> " for " + platform).orElse("");
    }
}
