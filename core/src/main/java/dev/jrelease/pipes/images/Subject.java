package dev.jrelease.pipes.images;

import dev.jrelease.image.Manifest;

/** What a tag is about: an image of this release, or an index. */
public sealed interface Subject {

    ImageName name();

    /** What the tag is to hold. */
    Manifest content(ImageContents contents);

    /** What this release made of it, whatever is adopted instead. */
    Manifest produced(ImageContents contents);

    record OfImage(ImageKey image, ImageName name) implements Subject {
        @Override
        public Manifest content(ImageContents contents) {
            return contents.of(image, name);
        }

        @Override
        public Manifest produced(ImageContents contents) {
            return contents.built(image).manifest();
        }
    }

    record OfIndex(ImageName name) implements Subject {
        @Override
        public Manifest content(ImageContents contents) {
            return contents.of(name);
        }

        @Override
        public Manifest produced(ImageContents contents) {
            return contents.combined(name).manifest();
        }
    }
}
