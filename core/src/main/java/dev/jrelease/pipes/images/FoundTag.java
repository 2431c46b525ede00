package dev.jrelease.pipes.images;

import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipes.images.plan.ImageKey;
import dev.jrelease.pipes.images.plan.ImageName;
import java.util.Map;

/**
 * The content of an immutable tag that existed before this release, and is kept.
 *
 * @param adopted whether it is other content of the same revision, which the release adopts as its own
 * @param images the images of an adopted index that replace built images without names
 */
record FoundTag(ImageName name, Manifest found, boolean adopted, Map<ImageKey, ImageManifest> images) {
    FoundTag {
        images = Map.copyOf(images);
    }
}
