package dev.jrelease.pipes.images;

import dev.jrelease.dist.DistFolder;
import dev.jrelease.pipeline.Run;
import java.nio.file.Path;

/** Where the images of a release meet, whoever built them and wherever they go. */
final class ImageLayout {
    static final String FOLDER = DistFolder.IMAGES;

    private ImageLayout() {}

    static Path in(Run run) {
        return run.dist().resolve(FOLDER);
    }
}
