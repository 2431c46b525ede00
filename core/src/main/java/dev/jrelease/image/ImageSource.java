package dev.jrelease.image;

import dev.jrelease.concurrent.TimedRead;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * A place that images can be read from: a repository of a registry, or a layout on disk. {@code toString} is its name
 * in messages.
 */
public interface ImageSource {
    /** The limit for a configuration in bytes; real ones are much smaller. */
    int MAX_SMALL_BLOB = 16 << 20;

    /** The manifest or index of this digest, byte for byte. */
    Manifest manifest(Digest digest);

    /**
     * The content of a blob from its beginning. Reading fails at the end if the content does not match the descriptor.
     */
    InputStream blob(Descriptor blob) throws IOException;

    /**
     * The configuration of an image.
     *
     * @throws ReleaseException of kind BUILD if it cannot be read or parsed
     */
    default ImageConfig config(ImageManifest image) {
        try {
            return ImageConfig.read(bytes(image.config()));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw ReleaseException.couldNot(FailureKind.BUILD, "read the configuration of the image " + image.digest())
                    .because(unreadable)
                    .hint(damage(unreadable))
                    .build();
        }
    }

    /** What to do about a configuration that is not what its image names. */
    private Optional<String> damage(Exception unreadable) {
        return switch (unreadable) {
            case ContentMismatchException _, IllegalArgumentException _ ->
                Optional.of("the image in " + this + " is damaged: build and push it again");
            default -> Optional.empty();
        };
    }

    /**
     * Reads a small blob, such as a configuration, into memory. More than {@link #MAX_SMALL_BLOB} bytes are an error,
     * whatever the descriptor states.
     */
    default byte[] bytes(Descriptor blob) throws IOException {
        try (InputStream content = blob(blob)) {
            byte[] bytes = TimedRead.STANDARD.bytes(content, MAX_SMALL_BLOB + 1);
            if (bytes.length > MAX_SMALL_BLOB) {
                throw new IOException(blob.digest() + " is larger than " + (MAX_SMALL_BLOB >> 20)
                        + " MiB, the limit for a configuration");
            }
            return bytes;
        }
    }
}
