package dev.jrelease.registry;

import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The content that this run has written to a registry or read from it. If the registry then reports it as missing, one
 * of its servers is not up to date.
 */
final class RecentContent {
    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final Set<String> written = ConcurrentHashMap.newKeySet();

    void note(String repository, Object tagOrDigest) {
        known.add(key(repository, tagOrDigest));
    }

    /** Notes content whose existence the registry has confirmed. */
    void see(String repository, Digest content) {
        note(repository, content);
        seen.add(key(repository, content));
    }

    /** Notes content that the registry has accepted. */
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
