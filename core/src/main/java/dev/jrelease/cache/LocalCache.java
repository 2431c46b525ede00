package dev.jrelease.cache;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Documents, and the blobs that they name. Nothing in it is needed: what cannot be read is absent, and what cannot be
 * written is not kept. Safe for several threads and processes.
 */
public final class LocalCache implements AutoCloseable {
    private final CacheFolder folder;
    private volatile boolean grown;

    public LocalCache(CacheFolder folder) {
        this.folder = folder;
    }

    /** A document that was kept under this key. */
    public Optional<ObjectNode> find(DocumentKind kind, Digest key) {
        try {
            return new CachedDocuments(folder).find(kind, key);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /** A file with the content of a blob, to be linked or copied, never to be written to. */
    public Optional<Path> find(Descriptor blob) {
        try {
            return new CachedBlobs(folder).find(blob);
        } catch (IOException unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Keeps a document, and the blobs that it is useless without.
     *
     * @param contents files that hold them
     */
    public void keep(DocumentKind kind, Digest key, ObjectNode document, Map<Descriptor, Path> contents) {
        long size = contents.keySet().stream().mapToLong(Descriptor::size).sum();
        if (size > CacheLimit.LARGEST_IMAGE) {
            return;
        }
        try {
            for (Map.Entry<Descriptor, Path> content : contents.entrySet()) {
                new CachedBlobs(folder).keep(content.getKey(), content.getValue());
            }
            new CachedDocuments(folder).keep(kind, key, document, contents.keySet());
            grown = true;
        } catch (IOException full) {
            // Without it, the next run does the work again.
        }
    }

    /** Removes what was not used for longest, if the cache has grown too large. */
    @Override
    public void close() {
        if (!grown) {
            return;
        }
        try {
            new CacheLimit(folder).hold();
        } catch (IOException busy) {
            // The next run that keeps something tries again.
        }
    }
}
