package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.pipes.images.plan.ImageTask;

/**
 * An image of this release, which lies in the layout.
 *
 * @param base the image that it was built on
 */
public record BuiltImage(ImageTask image, ImageManifest manifest, BaseImage base) implements Artifact {

    /** An image that is based on no other one, or on one of which nothing is known. */
    public BuiltImage(ImageTask image, ImageManifest manifest) {
        this(image, manifest, BaseImage.UNKNOWN);
    }
}
