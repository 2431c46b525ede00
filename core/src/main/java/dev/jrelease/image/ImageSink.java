package dev.jrelease.image;

import java.io.IOException;
import java.io.InputStream;

/** A place that images can be written to. Content comes before what names it: blobs, then manifests, then indexes. */
public interface ImageSink {

    /** Whether the blob is there already. */
    boolean hasBlob(Descriptor blob);

    /** Whether the manifest or index is there already. */
    boolean hasManifest(Digest digest);

    /** Writes a blob whose digest and size are known; fails if the content is something else. */
    void writeBlob(Descriptor blob, Content content) throws IOException;

    /** Writes a manifest or index under its digest. What it names must be there. */
    void writeManifest(Manifest manifest);

    /** Content that can be opened more than once: a write that failed on the way starts again. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }
}
