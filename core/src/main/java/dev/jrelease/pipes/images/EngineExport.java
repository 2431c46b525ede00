package dev.jrelease.pipes.images;

import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.EngineImage;
import dev.jrelease.docker.ImageId;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.BaseLayers;
import dev.jrelease.image.CompressedLayers;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Platform;
import dev.jrelease.layout.OciLayout;
import dev.jrelease.pipeline.Run;
import dev.jrelease.pipes.images.reuse.KnownLayers;
import java.util.List;
import java.util.Optional;

/**
 * Copies an image from the engine to the layout. An engine with a graph driver exports an image only as a whole, with
 * its base, but pushes only the layers that a registry lacks. So it pushes an image with a large base to this process,
 * if it can reach it.
 */
final class EngineExport {
    /** Engines compress slowly: an image larger than so many times its base is exported faster as a whole. */
    private static final int LEAST_PART = 4;

    private final DockerEngine engine;
    private final EngineImages images;
    private final KnownLayers known;
    private final CompressedLayers compressed;
    private volatile boolean unreachable;

    EngineExport(DockerEngine engine, EngineImages images, KnownLayers known, CompressedLayers compressed) {
        this.engine = engine;
        this.images = images;
        this.known = known;
        this.compressed = compressed;
    }

    ImageManifest of(ImageId id, Platform platform, BaseLayers base, OciLayout layout, Run run)
            throws InterruptedException {
        if (engine.info().containerdStore()) {
            return engine.export(id, platform, layout, base);
        }
        Optional<EngineImage> image = engine.image(id.toString());
        image.ifPresent(built -> known.restore(own(built, base), layout));
        boolean pushes = image.filter(built -> pushes(built, base)).isPresent();
        ImageManifest exported = fromGraph(id, platform, base, layout, pushes, run);
        known.keep(exported, layout);
        return exported;
    }

    private static List<String> own(EngineImage image, BaseLayers base) {
        return image.diffIds().stream()
                .filter(diffId -> Digest.parse(diffId).flatMap(base::layer).isEmpty())
                .toList();
    }

    private ImageManifest fromGraph(
            ImageId id, Platform platform, BaseLayers base, OciLayout layout, boolean pushes, Run run)
            throws InterruptedException {
        Optional<TemporaryTag> tag = images.tag(id).filter(_ -> pushes);
        if (tag.isEmpty()) {
            return engine.export(id, platform, layout, base);
        }
        try {
            return engine.push(id, platform, layout, base, compressed, tag.get().tag());
        } catch (ReleaseException failed) {
            failed.throwIfInterrupted();
            giveUp(failed, run);
            return engine.export(id, platform, layout, base);
        }
    }

    /** Reports the first failure only. */
    private synchronized void giveUp(ReleaseException failed, Run run) {
        if (!unreachable) {
            unreachable = true;
            run.message("reads whole images: " + failed.getMessage());
        }
    }

    private boolean pushes(EngineImage image, BaseLayers base) {
        long compressed =
                base.layers().values().stream().mapToLong(Descriptor::size).sum();
        return !unreachable && engine.mayShareLoopback() && image.size() < LEAST_PART * compressed;
    }
}
