package dev.jrelease.registry;

import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What this run wrote to a registry, or saw there. Where it is said not to be there, one of the registry's servers has
 * not heard of it yet.
 */
final class Recent {
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    void note(String repository, Object tagOrDigest) {
        known.add(key(repository, tagOrDigest));
    }

    /** The registry has shown this as a whole. */
    void see(String repository, Digest content) {
        note(repository, content);
        seen.add(key(repository, content));
    }

    /** The registry has taken this. */
    void write(String repository, Digest content) {
        note(repository, content);
        written.add(key(repository, content));
    }

    void forget(String repository, Object tagOrDigest) {
        known.remove(key(repository, tagOrDigest));
    }

    boolean has(String repository, Object tagOrDigest) {
        return known.contains(key(repository, tagOrDigest));
    }

    boolean hasSeen(String repository, Digest content) {
        return seen.contains(key(repository, content));
    }

    boolean hasWritten(String repository, Digest content) {
        return written.contains(key(repository, content));
    }

    /** Whether a part of a manifest is recent. */
    boolean hasPartOf(String repository, Manifest manifest) {
        return manifest.references().stream().anyMatch(part -> has(repository, part.digest()));
    }

    private static String key(String repository, Object tagOrDigest) {
        return repository + "@" + tagOrDigest;
    }
}
