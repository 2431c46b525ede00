package dev.jrelease.places;

import dev.jrelease.docker.ArchiveWriter;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Manifest;
import java.util.Optional;

/**
 * A file for {@code docker load}.
 *
 * @param reference of the image when it is loaded; empty for none
 */
record ArchiveTarget(ArchiveWriter sink, Optional<ImageReference> reference) implements Target {

    @Override
    public void name(Manifest manifest) {
        sink.finish(manifest, reference.filter(name -> name.tag().isPresent()));
    }

    @Override
    public void close() {
        sink.close();
    }
}
