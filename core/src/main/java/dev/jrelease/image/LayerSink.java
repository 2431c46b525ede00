package dev.jrelease.image;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A place for images that compresses layers itself, each distinct one once. */
public interface LayerSink extends ImageSink {

    /** The compressed layer whose uncompressed content has this digest, if it was written through here before. */
    Optional<Descriptor> layer(Digest diffId);

    /** Compresses and stores a layer while it is read, without holding it in memory. */
    Descriptor writeLayer(InputStream uncompressed) throws IOException, InterruptedException;

    /**
     * Reads a layer to its end, and compresses and stores it only if it is not known: neither one of the base's nor
     * written before.
     */
    Descriptor writeLayer(InputStream uncompressed, BaseLayers base) throws IOException, InterruptedException;
}
