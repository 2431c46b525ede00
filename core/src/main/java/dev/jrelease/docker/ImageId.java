package dev.jrelease.docker;

import dev.jrelease.image.Digest;
import java.util.Optional;

/** Names an image in an engine: the digest of its configuration, or of its manifest where containerd stores it. */
public record ImageId(Digest digest) {

    /** Reads {@code sha256:…}; anything else is absent. */
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
