package dev.jrelease.pipes.images;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.concurrent.Uninterrupted;
import dev.jrelease.docker.DockerEngine;
import dev.jrelease.docker.ImageId;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.process.ProcessMark;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Removes what builds leave in the engine. Each built image gets a temporary tag, which is removed with the image when
 * the last build has ended. The images of a killed run are removed when the next run begins. An image that existed
 * before gets no tag, because the engine would remove it with the tag.
 */
final class EngineImages {
    private final DockerEngine engine;
    private final Lazy<ProcessMark> self;
    private final Set<ImageId> before = new LinkedHashSet<>();
    private final Map<ImageId, TemporaryTag> made = new LinkedHashMap<>();
    private int building;

    EngineImages(DockerEngine engine, Lazy<ProcessMark> self) {
        this.engine = engine;
        this.self = self;
    }

    /** A build begins. */
    synchronized void enter() {
        if (building == 0) {
            before.clear();
            engine.names().forEach(this::note);
        }
        building++;
    }

    /** Notes an image that existed before. An image that has only temporary tags does not count. */
    private void note(ImageId id, Set<String> names) {
        Set<String> owners = new LinkedHashSet<>(names);
        names.forEach(name -> TemporaryTag.parse(name).ifPresent(tag -> {
            owners.remove(name);
            if (tag.maker().hasEnded(self.get())) {
                remove(name);
            }
        }));
        if (names.isEmpty() || !owners.isEmpty()) {
            before.add(id);
        }
    }

    /** A build has made this image. */
    synchronized void made(ImageId id) {
        if (before.contains(id) || made.containsKey(id)) {
            return;
        }
        TemporaryTag tag = TemporaryTag.next(self.get());
        if (engine.tag(id, TemporaryTag.REPOSITORY, tag.tag())) {
            made.put(id, tag);
        }
    }

    /** The temporary tag of an image; none if it has another owner. */
    synchronized Optional<TemporaryTag> tag(ImageId id) {
        return Optional.ofNullable(made.get(id));
    }

    /** Notes that another run has removed this image. If it is built again, this run owns it. */
    synchronized void lost(ImageId id) {
        before.remove(id);
        made.remove(id);
    }

    /** A build has ended. The last one removes all images. */
    synchronized void leave() {
        building--;
        if (building == 0) {
            Uninterrupted.run(() -> made.values().forEach(tag -> remove(tag.toString())));
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
