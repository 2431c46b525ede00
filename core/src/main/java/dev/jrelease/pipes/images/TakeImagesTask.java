package dev.jrelease.pipes.images;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.artifact.PublishedName;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Task;
import dev.jrelease.pipes.images.plan.ImageTask;
import dev.jrelease.pipes.images.plan.ImagesPlan;
import java.util.List;
import java.util.Optional;

/**
 * An image to take from folders that it was built in.
 *
 * @param plan of all images: the image may be found through an index
 * @param folders as they were typed
 */
record TakeImagesTask(ImageTask image, ImagesPlan plan, List<String> folders) implements Task {
    TakeImagesTask {
        folders = List.copyOf(folders);
    }

    @Override
    public String title() {
        return image.title();
    }

    @Override
    public Optional<Platform> forPlatform() {
        return image.forPlatform();
    }

    @Override
    public List<String> describe() {
        return image.describe();
    }

    @Override
    public ObjectNode json() {
        return image.json();
    }

    @Override
    public List<PublishedName> published() {
        return image.published();
    }

    /** The folders may lie in the dist folder of the release, which must not remove them. */
    @Override
    public List<String> reads() {
        return folders.stream()
                .map(folder -> folder.startsWith("oci:") ? folder.substring("oci:".length()) : folder)
                .toList();
    }
}
