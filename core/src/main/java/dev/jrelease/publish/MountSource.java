package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import java.util.List;
import java.util.Optional;

/**
 * Another repository of the same registry, from which blobs can be taken over.
 *
 * @param blobs that it holds; empty if it may hold any
 */
public record MountSource(String repository, Optional<List<Digest>> blobs) {
    boolean mayHold(Descriptor blob) {
        return blobs.map(known -> known.contains(blob.digest())).orElse(true);
    }
}
