package dev.jrelease.pipes.images;

import dev.jrelease.image.Manifest;
import dev.jrelease.pipes.images.plan.ImageKey;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.IndexTask;

/** What a tag is about: an image of this release, or an index. */
public sealed interface TagContent {
    ImageName name();

    /** What the tag is to hold. */
    Manifest content(ImageContents contents);

    record OfImage(ImageKey image, ImageName name) implements TagContent {
        @Override
        public Manifest content(ImageContents contents) {
            return contents.of(image, name);
        }
    }

    record OfIndex(IndexTask index) implements TagContent {
        @Override
        public ImageName name() {
            return index.name();
        }

        @Override
        public Manifest content(ImageContents contents) {
            return contents.of(index);
        }
    }
}
