package dev.jrelease.pipes.images;

import dev.jrelease.image.Manifest;
import dev.jrelease.pipes.images.plan.ImageName;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.plan.ImagesPlan;
import dev.jrelease.pipes.images.plan.IndexTask;
import java.util.List;
import java.util.stream.Stream;

/** One tag that a release writes: of an image, or of an index. */
public sealed interface ImageTag {
    ImageName name();

    /** The content of the tag. */
    Manifest content(ImageContents contents);

    /** Whether it is the only tag that names some image, which an index may be made of. */
    boolean isOfImages();

    record OfImage(ImageTask image, ImageName name) implements ImageTag {
        @Override
        public Manifest content(ImageContents contents) {
            return contents.of(image.key(), name);
        }

        @Override
        public boolean isOfImages() {
            return true;
        }
    }

    record OfIndex(IndexTask index) implements ImageTag {
        @Override
        public ImageName name() {
            return index.name();
        }

        @Override
        public Manifest content(ImageContents contents) {
            return contents.of(index);
        }

        @Override
        public boolean isOfImages() {
            return index.isAllThereIs();
        }
    }

    /** All tags of a plan. */
    static List<ImageTag> of(ImagesPlan plan) {
        Stream<ImageTag> images = plan.images().stream()
                .filter(ImageTask::push)
                .flatMap(image -> image.names().stream().map(name -> new OfImage(image, name)));
        Stream<ImageTag> indexes =
                plan.indexes().stream().filter(IndexTask::push).map(OfIndex::new);
        return Stream.concat(images, indexes).toList();
    }
}
