package dev.jrelease.image;

import java.io.IOException;
import java.io.InputStream;

/**
 * A place that images can be written to. Content is written before the manifests that refer to it: blobs, manifests,
 * indexes.
 */
public interface ImageSink {

    /** Whether the sink has the blob. */
    boolean hasBlob(Descriptor blob);

    /** Whether the sink has the manifest or index. */
    boolean hasManifest(Digest digest);

    /** Writes a blob; fails if the content does not match the descriptor. */
    void writeBlob(Descriptor blob, Content content) throws IOException;

    /** Writes a manifest or index under its digest. Its content must be there. */
    void writeManifest(Manifest manifest);

    /** Content that can be opened more than once, because a failed write starts again. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
