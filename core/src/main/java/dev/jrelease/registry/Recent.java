package dev.jrelease.registry;

import dev.jrelease.image.Manifest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 *  * What this run wrote to a registry, or saw there. Where it is said not to be there, one of the registry's servers has
 * not heard of it yet.
 *  */
final class Recent {
    private final Set<String> known = ConcurrentHashMap.newKeySet();

    void note(String repository, Object tagOrDigest) {
        known.add(key(repository, tagOrDigest));
    }

    void forget(String repository, Object tagOrDigest) {
        known.remove(key(repository, tagOrDigest));
    }

    boolean has(String repository, Object tagOrDigest) {
        return known.contains(key(repository, tagOrDigest));
    }

    /** Whether a part of a manifest is recent. */
    boolean hasPartOf(String repository, Manifest manifest) {
        return manifest.references().stream().anyMatch(part -> has(repository, part.digest()));
    }

    private static String key(String repository, Object tagOrDigest) {
        return repository + "@" + tagOrDigest;
    }
}
