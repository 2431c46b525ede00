package dev.jrelease.pipes.images;

import dev.jrelease.concurrent.Uninterrupted;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.ImageId;
import dev.jrelease.failure.ReleaseException;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Leaves the engine as it was: what builds put into it is removed when the last of them has ended, unless it was there
 * before the first began. Two builds may make the same image, so none is removed while another may still need it.
 */
final class EngineImages {
    private final DockerEngine engine;
    private final Set<ImageId> before = new LinkedHashSet<>();
    private final Set<ImageId> made = new LinkedHashSet<>();
    private int building;

    EngineImages(DockerEngine engine) {
        this.engine = engine;
    }

    /** A build begins. */
    synchronized void enter() {
        if (building == 0) {
            before.clear();
            before.addAll(engine.images());
        }
        building++;
    }

    /** A build has made this image. */
    synchronized void made(ImageId id) {
        made.add(id);
    }

    /** A build has ended, and nothing of it is needed in the engine any more. */
    synchronized void leave() {
        building--;
        if (building == 0) {
            made.removeAll(before);
            Uninterrupted.run(() -> made.forEach(this::remove));
            made.clear();
        }
    }

    /** An image that stays behind does no harm; the failure that brought us here must not be hidden by it. */
    private void remove(ImageId id) {
        try {
            engine.remove(id);
        } catch (ReleaseException engineIsGone) {
            // Nothing to be done: the next `docker image prune` removes it, as any untagged image.
        }
    }
}
