package dev.jrelease.image;

import java.util.Optional;

/** Which layers blobs are that something else has compressed, as far as that is known. */
public interface CompressedLayers {
    /** An empty collection that keeps nothing. */
    CompressedLayers NONE = new CompressedLayers() {
        @Override
        public Optional<Compressed> find(Digest blob) {
            return Optional.empty();
        }

        @Override
        public void keep(Digest blob, Compressed layer) {}
    };

    /**
     * A layer in the form of one blob.
     *
     * @param diffId the digest of its content
     * @param size of the blob
     */
    record Compressed(Digest diffId, long size) {}

    Optional<Compressed> find(Digest blob);

    void keep(Digest blob, Compressed layer);
}
