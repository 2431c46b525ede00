package dev.jrelease.pipes.images;

import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipes.images.plan.ImageKey;
import dev.jrelease.pipes.images.plan.ImageName;
import java.util.Map;

/**
 * What an immutable tag held before this release wrote to it, and goes on holding.
 *
 * @param adopted whether it is other content of the same revision, which the release adopts as its own
 * @param images what stands for images that have no name of their own: those of an adopted index
 */
record FoundTag(ImageName name, Manifest found, boolean adopted, Map<ImageKey, ImageManifest> images) {
    FoundTag {
        images = Map.copyOf(images);
    }
}
