package dev.jrelease.pipes.images;

import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.ImageReference;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The image that another one was built on.
 *
 * @param diffIds digests of its layers before compression; none if nothing is known of it
 * @param layers those that lie in its repository
 * @param repository a reference in it, whose tag does not count; absent if it is in no registry
 */
public record BaseImage(Set<String> diffIds, BaseLayers layers, Optional<ImageReference> repository) {
    /** There is no base, or nothing is known of it. */
    public static final BaseImage UNKNOWN = new BaseImage(Set.of(), BaseLayers.NONE, Optional.empty());

    public BaseImage {
        diffIds = Collections.unmodifiableSet(new LinkedHashSet<>(diffIds));
    }

    /** Whether an image was certainly built on another base: the tag of the base has moved since. */
    public boolean isAnother(List<String> ofImage) {
        return !diffIds.isEmpty() && lowest(ofImage).isEmpty();
    }

    /** The layers of an image that are the base's: the lowest ones. */
    public List<String> lowest(List<String> ofImage) {
        return ofImage.stream().takeWhile(diffIds::contains).toList();
    }
}
