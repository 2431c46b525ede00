package dev.jrelease.places;

import dev.jrelease.docker.ArchiveWriter;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Manifest;
import java.nio.file.Path;
import java.util.Optional;

/** An engine, which loads an archive when it is complete. */
record EngineTarget(DockerEngine engine, ImageReference reference, Path file, ArchiveWriter sink) implements Target {

    /**
     * Begins an archive.
     *
     * @throws ReleaseException of kind USAGE if the reference has no tag
     */
    static EngineTarget open(DockerEngine engine, ImageReference reference, Path file) {
        if (reference.tag().isEmpty()) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "write docker-daemon:" + reference)
                    .because("an engine keeps images under tags")
                    .hint("write docker-daemon:REPOSITORY:TAG")
                    .build();
        }
        return new EngineTarget(engine, reference, file, ArchiveWriter.create(file));
    }

    @Override
    public void name(Manifest manifest) throws InterruptedException {
        sink.finish(manifest, Optional.of(reference));
        engine.load(reference.familiar(), file);
    }

    @Override
    public void close() {
        sink.close();
    }
}
