package dev.jrelease.pipes.images;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageConfig;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Platform;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.pipes.images.plan.IndexTask;

/** Says how indexes name the images of this release, all of which lie in the layout. */
record IndexContents(ImageContents contents, ImageSource layout) {

    /** The index states the platform that the image's own configuration states. */
    Descriptor descriptor(IndexChild.Built child) {
        ImageManifest image = contents.of(child);
        ImageConfig config = layout.config(image);
        Platform own = config.platform().normalized();
        return image.descriptor()
                .withPlatform(child.override().map(other -> other.on(own)).orElse(own))
                .withOsFeatures(config.osFeatures());
    }

    /** The index as it will be, all of whose children are images of this release. */
    ImageIndex index(IndexTask task) {
        return ImageIndex.of(
                task.children().stream()
                        .filter(IndexChild.Built.class::isInstance)
                        .map(IndexChild.Built.class::cast)
                        .map(this::descriptor)
                        .distinct()
                        .toList(),
                task.annotations());
    }
}
