package dev.jrelease.publish;

import dev.jrelease.image.ImageRepository;

/** Repositories of some kind that a contract is tested with. */
interface TestRepositories {
    ImageRepository open(String path);

    /** {@code registry/repository} as references have it. */
    String name(String path);

    default boolean removesTags() {
        return true;
    }
}
