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
 * Leaves the engine as it was: what builds put into it has a temporary tag until the last of them has ended, and goes
 * with it. What a killed run left goes when the next one begins. An image that was there before has another owner: it
 * gets no tag, as the engine would remove it with that.
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
            engine.names().forEach(this::look);
        }
        building++;
    }

    /** What only runs have named belongs to them, and is no reason to keep it. */
    private void look(ImageId id, Set<String> names) {
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

    /** The engine has lost this image: another run removed what it had made. What is made again is ours. */
    synchronized void lost(ImageId id) {
        before.remove(id);
        made.remove(id);
    }

    /** A build has ended, and nothing of it is needed in the engine any more. */
    synchronized void leave() {
        building--;
        if (building == 0) {
            Uninterrupted.run(() -> made.values().forEach(tag -> remove(tag.toString())));
            made.clear();
        }
    }

    /** An image that stays behind does no harm; the failure that brought us here must not be hidden by it. */
    private void remove(String name) {
        try {
            engine.untag(name);
        } catch (ReleaseException engineIsGone) {
            // The next run finds it by its tag.
        }
    }
}
