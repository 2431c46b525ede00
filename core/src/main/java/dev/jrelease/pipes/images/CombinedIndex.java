package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.pipes.images.plan.IndexTask;

/** An index of this release, which lies in the layout with everything that it names. */
public record CombinedIndex(IndexTask index, ImageIndex manifest) implements Artifact {}
