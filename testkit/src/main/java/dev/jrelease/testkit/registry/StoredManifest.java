package dev.jrelease.testkit.registry;

/** A manifest or an index as a registry keeps it: the bytes that were pushed, and the type they were pushed with. */
public final class StoredManifest {
    private final String mediaType;
    private final byte[] bytes;

    StoredManifest(String mediaType, byte[] bytes) {
        this.mediaType = mediaType;
        this.bytes = bytes.clone();
    }

    public String mediaType() {
        return mediaType;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public String digest() {
        return Sha256.of(bytes);
    }

    @Override
    public String toString() {
        return mediaType + " " + digest();
    }
}
