package dev.jrelease.pipes.images;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.concurrent.Uninterrupted;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.ImageId;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.process.ProcessMark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Removes what builds leave in the engine. Each image is built with a temporary tag, which is removed with the image
 * when the last build has ended. The images of a killed run are removed when the next run begins. An image that has
 * another name keeps that name.
 */
final class EngineImages {
    private final DockerEngine engine;
    private final Lazy<ProcessMark> self;
    private final List<TemporaryTag> tags = new ArrayList<>();
    private final Map<ImageId, TemporaryTag> made = new HashMap<>();
    private int building;

    EngineImages(DockerEngine engine, Lazy<ProcessMark> self) {
        this.engine = engine;
        this.self = self;
    }

    /** A build begins. */
    synchronized void enter() {
        if (building == 0) {
            engine.names().values().forEach(names -> names.forEach(this::removeIfLeft));
        }
        building++;
    }

    private void removeIfLeft(String name) {
        if (TemporaryTag.parse(name)
                .filter(tag -> tag.maker().hasEnded(self.get()))
                .isPresent()) {
            remove(name);
        }
    }

    /** The tag for an image that is built now. */
    synchronized TemporaryTag next() {
        TemporaryTag tag = TemporaryTag.next(self.get());
        tags.add(tag);
        return tag;
    }

    /** A build has made this image. */
    synchronized void made(ImageId id, TemporaryTag tag) {
        made.put(id, tag);
    }

    /** The temporary tag of an image; none if this run did not build it. */
    synchronized Optional<TemporaryTag> tag(ImageId id) {
        return Optional.ofNullable(made.get(id));
    }

    /** A build has ended. The last one removes all images, also of builds that failed late. */
    synchronized void leave() {
        building--;
        if (building == 0) {
            Uninterrupted.run(() -> tags.forEach(tag -> remove(tag.toString())));
            tags.clear();
            made.clear();
        }
    }

    /** Ignores failures: a remaining image does no harm, and an earlier failure must be reported instead. */
    private void remove(String name) {
        try {
            engine.untag(name);
        } catch (ReleaseException engineIsGone) {
            // The next run finds it by its tag.
        }
    }
}
