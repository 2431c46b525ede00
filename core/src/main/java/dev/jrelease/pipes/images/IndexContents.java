package dev.jrelease.pipes.images;

import dev.jrelease.image.ChildDescriptors;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageIndex;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.PlatformOverride;
import dev.jrelease.pipes.images.plan.IndexChild;
import dev.jrelease.pipes.images.plan.IndexTask;

/** Says how indexes name the images of this release, all of which lie in the layout. */
record IndexContents(ImageContents contents, ImageSource layout) {

    /** The index states the platform that the image's own configuration states. */
    Descriptor descriptor(IndexChild.Built child) {
        return new ChildDescriptors(layout, child.override().orElse(PlatformOverride.NONE))
                .normalized(contents.of(child));
    }

    /** The index as it will be, all of whose children are images of this release. */
    ImageIndex index(IndexTask task) {
        return task.builder()
                .add(task.children().stream()
                        .filter(IndexChild.Built.class::isInstance)
                        .map(IndexChild.Built.class::cast)
                        .map(this::descriptor)
                        .toList())
                .build(layout)
                .index();
    }
}
