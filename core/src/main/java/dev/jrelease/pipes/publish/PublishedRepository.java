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
 * @param name a reference without tag
 */
record PublishedRepository(ImageReference name, Access access) {
    static PublishedRepository of(Tag tag) {
        ImageReference tagged = tag.reference();
        return new PublishedRepository(
                new ImageReference(tagged.registry(), tagged.repository(), Optional.empty(), Optional.empty()),
                tag.access());
    }

    Repository open(Registries registries, Backoff retry) {
        return registries.repository(name, access, retry);
    }
}
