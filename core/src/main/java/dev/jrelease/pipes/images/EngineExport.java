package dev.jrelease.pipes.images;

import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.EngineImage;
import dev.jrelease.docker.ImageId;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.Platform;
import dev.jrelease.pipeline.Run;
import java.util.Optional;

/**
 * Brings an image from the engine. An engine with a graph driver gives an image away only as a whole, with all of its
 * base; but what it pushes it pushes without what a registry has. So it pushes an image with a large base to this
 * process, if it can reach it.
 */
final class EngineExport {
    /** An engine compresses slowly: below this part of the image, giving away the base as well takes less time. */
    private static final int LEAST_PART = 4;

    private final DockerEngine engine;
    private final EngineImages images;
    private volatile boolean unreachable;

    EngineExport(DockerEngine engine, EngineImages images) {
        this.engine = engine;
        this.images = images;
    }

    ImageManifest of(ImageId id, Platform platform, BaseLayers base, LayerSink layout, Run run)
            throws InterruptedException {
        Optional<TemporaryTag> tag = images.tag(id).filter(_ -> pushes(id, base));
        if (tag.isEmpty()) {
            return engine.export(id, platform, layout, base);
        }
        try {
            return engine.push(id, platform, layout, base, tag.get().tag());
        } catch (ReleaseException failed) {
            if (failed.kind() == FailureKind.INTERRUPTED) {
                throw failed;
            }
            unreachable = true;
            run.message("reads the whole image: " + failed.getMessage());
            return engine.export(id, platform, layout, base);
        }
    }

    private boolean pushes(ImageId id, BaseLayers base) {
        if (unreachable || base.isEmpty() || engine.info().containerdStore() || !engine.mayShareLoopback()) {
            return false;
        }
        long compressed =
                base.layers().values().stream().mapToLong(Descriptor::size).sum();
        return engine.image(id.toString())
                .map(EngineImage::size)
                .filter(size -> size < LEAST_PART * compressed)
                .isPresent();
    }
}
