package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.pipes.images.plan.ImageTask;

/** An image of this release, which lies in the layout. */
public record BuiltImage(ImageTask image, ImageManifest manifest) implements Artifact {}
