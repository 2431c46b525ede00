package dev.jrelease.registry;

import dev.jrelease.concurrent.Pause;
import dev.jrelease.image.Manifest;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was written to a registry, or seen there, a short while ago. Where it is said not to be there, one of the
 * registry's servers has not heard of it yet.
 */
final class Recent {
    private static final Duration LONGEST_LAG = Duration.ofMinutes(2);

    private final Pause clock;
    private final Map<String, Long> times = new ConcurrentHashMap<>();

    Recent(Pause clock) {
        this.clock = clock;
    }

    void note(String repository, Object tagOrDigest) {
        times.put(key(repository, tagOrDigest), clock.nanoTime());
    }

    void forget(String repository, Object tagOrDigest) {
        times.remove(key(repository, tagOrDigest));
    }

    boolean has(String repository, Object tagOrDigest) {
        Long time = times.get(key(repository, tagOrDigest));
        return time != null && clock.nanoTime() - time < LONGEST_LAG.toNanos();
    }

    /** Whether anything that a manifest names is such. */
    boolean hasPartOf(String repository, Manifest manifest) {
        return manifest.references().stream().anyMatch(part -> has(repository, part.digest()));
    }

    private static String key(String repository, Object tagOrDigest) {
        return repository + "@" + tagOrDigest;
    }
}
