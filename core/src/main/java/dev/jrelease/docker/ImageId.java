package dev.jrelease.docker;

import dev.jrelease.image.Digest;
import java.util.Optional;

/** The id of an image in an engine: the digest of its configuration, or of its manifest with the containerd store. */
public record ImageId(Digest digest) {

    /** Parses {@code sha256:…}; empty for anything else. */
    public static Optional<ImageId> parse(String text) {
        return Digest.parse(text).map(ImageId::new);
    }

    /** The first twelve digits, as {@code docker images} shows them. */
    public String abbreviated() {
        return digest.abbreviated();
    }

    @Override
    public String toString() {
        return digest.toString();
    }
}
