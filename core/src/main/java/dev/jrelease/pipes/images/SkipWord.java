package dev.jrelease.pipes.images;

import dev.jrelease.pipeline.ReleaseOptions;

/** The words that leave stages of this feature out. */
final class SkipWord {
    /** No image is made, and so nothing is published. */
    static final String DOCKER = "docker";

    /** Nothing is asked of a registry or written to one. */
    static final String PUBLISH = ReleaseOptions.PUBLISH;

    private SkipWord() {}
}
