package dev.jrelease.docker;

import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An image in an archive of {@code docker save}.
 *
 * @param names with their tags; none if it was saved by its id
 * @param manifest empty if its layers are not compressed: then it gets another one
 * @param id the digest of the manifest, or without one of the configuration
 */
public record SavedImage(Set<String> names, Optional<Manifest> manifest, Digest id) {
    public SavedImage {
        names = Collections.unmodifiableSet(new LinkedHashSet<>(names));
    }
}
