package dev.jrelease.image;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;

/** Opens repositories of registries by their names, for content that is not where its image is. */
@FunctionalInterface
public interface Repositories {
    /** Opens none. */
    Repositories NONE = (any, access) -> {
        throw ReleaseException.couldNot(FailureKind.BUILD, "read a layer")
                .because("it is in " + any.name() + ", which is not asked here")
                .build();
    };

    /** The repository of a reference, whose tag and digest do not count. Sends no request. */
    ImageRepository open(ImageReference any, Access access);
}
