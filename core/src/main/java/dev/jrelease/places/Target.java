package dev.jrelease.places;

import dev.jrelease.image.ImageSink;
import dev.jrelease.image.Manifest;

/** A place that images are written to: first their content, by digest, and then a name for it. */
public interface Target extends AutoCloseable {
    ImageSink sink();

    /** Gives content that was written the name of the place. */
    void name(Manifest manifest) throws InterruptedException;

    /** Ends the writing. What has no name by then is not part of the place. */
    @Override
    void close();
}
