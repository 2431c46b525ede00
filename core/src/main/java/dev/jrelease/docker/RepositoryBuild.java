package dev.jrelease.docker;

import dev.jrelease.image.Digest;

/** What became of an image that an engine was to push into a repository while it builds it. */
public sealed interface RepositoryBuild {

    /**
     * It is there, without a tag.
     *
     * @param manifest its digest
     */
    record Pushed(Digest manifest) implements RepositoryBuild {}

    /**
     * It was built, and is in the engine's cache only.
     *
     * @param why in the engine's words
     */
    record NotPushed(String why) implements RepositoryBuild {}
}
