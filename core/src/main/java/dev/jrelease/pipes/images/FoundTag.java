package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.Manifest;
import dev.jrelease.pipes.images.plan.ImageName;

/**
 * What an immutable tag held before this release wrote to it, and goes on holding.
 *
 * @param adopted whether it is other content of the same revision, which the release adopts as its own
 */
public record FoundTag(ImageName name, Manifest found, boolean adopted) implements Artifact {}
