package dev.jrelease.pipes.images;

import dev.jrelease.artifact.Artifact;
import dev.jrelease.image.ImageIndex;

/** An index of this release, which lies in the layout with everything that it names. */
public record CombinedIndex(IndexTask index, ImageIndex manifest) implements Artifact {}
