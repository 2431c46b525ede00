package dev.jrelease.publish;

import dev.jrelease.image.Descriptor;
import dev.jrelease.image.ImageReference;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What stages of a release saw under its tags, so that another one that comes soon need not ask again. */
public final class TagLooks {
    private static final Duration SOON = Duration.ofMinutes(1);

    private final Map<ImageReference, Look> looks = new ConcurrentHashMap<>();
    private final Set<String> open = ConcurrentHashMap.newKeySet();

    /** What a tag held, if anything, and when. */
    public record Look(Optional<Descriptor> held, long time) {}

    public void note(ImageReference tag, Optional<Descriptor> held) {
        looks.put(tag, new Look(held, System.nanoTime()));
    }

    /** A look at a tag a moment ago. */
    public Optional<Look> lately(ImageReference tag) {
        return Optional.ofNullable(looks.get(tag)).filter(look -> System.nanoTime() - look.time < SOON.toNanos());
    }

    /** A repository takes content of this release, and had none of it. */
    public void open(ImageReference repository) {
        open.add(repository.name());
    }

    public boolean isOpen(ImageReference repository) {
        return open.contains(repository.name());
    }
}
