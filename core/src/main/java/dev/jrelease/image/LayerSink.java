package dev.jrelease.image;

import dev.jrelease.image.LayerPlace.InRepository;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** A sink that compresses layers itself, each distinct one once. */
public interface LayerSink extends ImageSink {

    /** The compressed layer whose uncompressed content has this digest, if this sink has written it. */
    Optional<Descriptor> layer(Digest diffId);

    /**
     * A layer that was read.
     *
     * @param diffId the digest of its uncompressed content
     */
    record Written(Digest diffId, Descriptor layer) {}

    /** Compresses and stores a layer as a stream. */
    Descriptor writeLayer(InputStream uncompressed) throws IOException, InterruptedException;

    /**
     * Reads a layer to its end. Compresses and stores it only if it is neither a layer of the base nor written before.
     */
    Written writeLayer(InputStream uncompressed, BaseLayers base) throws IOException, InterruptedException;

    /** Notes that a repository has a layer, instead of storing it. From now on the sink counts as having the layer. */
    void noteElsewhere(Descriptor layer, InRepository place);
}
