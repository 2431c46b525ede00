package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageReference;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the tags of a release held when a stage looked them up. A later stage uses that for a minute instead of another request. */
public final class ObservedTags {
    private static final Duration MAX_AGE = Duration.ofMinutes(1);

    private final Map<ImageReference, Observation> observations = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** The content of a tag at a time; empty if the tag did not exist. */
    public record Observation(Optional<Descriptor> held, long time) {}

    public void note(ImageReference tag, Optional<Descriptor> held) {
        observations.put(tag, new Observation(held, System.nanoTime()));
    }

    /** The observation of a tag, unless it is too old. */
    public Optional<Observation> recent(ImageReference tag) {
        return Optional.ofNullable(observations.get(tag))
                .filter(seen -> System.nanoTime() - seen.time < MAX_AGE.toNanos());
    }

    /** Notes that a repository accepts pushes and has no tag of this release yet. */
    public void open(ImageReference repository) {
        open.add(repository.name());
    }

    public boolean isOpen(ImageReference repository) {
        return open.contains(repository.name());
    }
}
