package dev.jrelease.pipes.publish;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.image.Access;
import dev.jrelease.image.ImageReference;
import dev.jrelease.publish.PlannedTag;
import dev.jrelease.registry.Registries;
import dev.jrelease.registry.Repository;
import java.util.Optional;

/**
 * A repository that something is published to.
 *
 * @param repository a reference without tag
 */
record Place(ImageReference repository, Access access) {
    static Place of(PlannedTag planned) {
        ImageReference tag = planned.tag().reference();
        return new Place(
                new ImageReference(tag.registry(), tag.repository(), Optional.empty(), Optional.empty()),
                planned.access());
    }

    Repository open(Registries registries, Backoff retry) {
        return registries.repository(repository, access, retry);
    }
}
