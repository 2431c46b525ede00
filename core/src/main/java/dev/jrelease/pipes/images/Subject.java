package dev.jrelease.pipes.images;

import dev.jrelease.image.Manifest;

/** What a tag is about: an image of this release, or an index. */
public sealed interface Subject {
    ImageName name();

    /** What the tag is to hold. */
    Manifest content(ImageContents contents);

    record OfImage(ImageKey image, ImageName name) implements Subject {
        @Override
        public Manifest content(ImageContents contents) {
            return contents.of(image, name);
        }
    }

    record OfIndex(IndexTask index) implements Subject {
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
