package dev.jrelease.docker;

import dev.jrelease.image.Digest;

/** The result of a build that pushes its image into a repository. */
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
