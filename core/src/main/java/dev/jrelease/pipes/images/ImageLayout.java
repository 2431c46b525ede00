package dev.jrelease.pipes.images;

import dev.jrelease.dist.DistFolder;
import dev.jrelease.pipeline.Run;
import java.nio.file.Path;

/** The layout with all images of a release. */
final class ImageLayout {
    static final String FOLDER = DistFolder.IMAGES;

    private ImageLayout() {}

    static Path in(Run run) {
        return run.dist().resolve(FOLDER);
    }
}
