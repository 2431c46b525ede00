package dev.jrelease.pipes.publish;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.Tag;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.util.Optional;

/**
 * A repository that something is published to.
 *
 * @param repository a reference without tag
 */
record Place(ImageReference repository, Access access) {
    static Place of(Tag tag) {
        ImageReference name = tag.reference();
        return new Place(
                new ImageReference(name.registry(), name.repository(), Optional.empty(), Optional.empty()),
                tag.access());
    }

    Repository open(Registries registries, Backoff retry) {
        return registries.repository(repository, access, retry);
    }
}
