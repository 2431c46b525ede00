package dev.jrelease.image;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.io.InputStream;

/** A place that images can be read from: a repository of a registry, a layout on disk. Its string form is its name in messages. */
public interface ImageSource {

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
            throw ReleaseException.could(FailureKind.BUILD, "read the configuration of the image " + image.digest())
                    .because(unreadable)
                    .build();
        }
    }

    /** Reads a small blob whole. */
    default byte[] bytes(Descriptor blob) throws IOException {
        try (InputStream content = blob(blob)) {
            return content.readAllBytes();
        }
    }
}
