package dev.jrelease.image;

import dev.jrelease.concurrent.TimedRead;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.io.InputStream;

/** A place that images can be read from: a repository of a registry, a layout on disk. Its string form is its name in messages. */
public interface ImageSource {
    /** No configuration comes near it. */
    int MAX_SMALL_BLOB = 16 << 20;

    /** The manifest or index of this digest, byte for byte. */
    Manifest manifest(Digest digest);

    /**
     * The content of a blob, from its beginning. Whoever reads it to the end gets an error there if it is not what
     * the descriptor says.
     */
    InputStream blob(Descriptor blob) throws IOException;

    /**
     * What an image says of itself.
     *
     * @throws ReleaseException of kind BUILD if that cannot be read or understood
     */
    default ImageConfig config(ImageManifest image) {
        try {
            return ImageConfig.read(bytes(image.config()));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw ReleaseException.couldNot(FailureKind.BUILD, "read the configuration of the image " + image.digest())
                    .because(unreadable)
                    .build();
        }
    }

    /** Reads a small blob whole, such as a configuration: what is larger is an error, whatever its size is said to be. */
    default byte[] bytes(Descriptor blob) throws IOException {
        try (InputStream content = blob(blob)) {
            byte[] bytes = TimedRead.STANDARD.bytes(content, MAX_SMALL_BLOB + 1);
            if (bytes.length > MAX_SMALL_BLOB) {
                throw new IOException(blob.digest() + " has more than the " + (MAX_SMALL_BLOB >> 20)
                        + " MiB that are read of a configuration");
            }
            return bytes;
        }
    }
}
