package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.pipes.images.plan.ImageKey;

/** What stands for an image without a name of its own: that of an index which was found under the index's name. */
public record AdoptedImage(ImageKey image, ImageManifest manifest) implements Artifact {}
