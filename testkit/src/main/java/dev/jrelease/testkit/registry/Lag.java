package dev.jrelease.testkit.registry;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What was written a moment ago and is not seen yet, as in a registry that spreads it over several servers: so many
 * looks still find what was there before.
 */
final class Lag {
    private final Map<String, Unseen> unseen = new ConcurrentHashMap<>();

    /**
     * What a look finds that comes too early.
     *
     * @param former the digest that a tag had before
     */
    record Unseen(Optional<String> former, int looks) {}

    /** Hides what a tag or digest stands for now. */
    void hide(String repository, String reference, Optional<String> former, int looks) {
        unseen.put(repository + "@" + reference, new Unseen(former, looks));
    }

    /** Looks once; empty if what is there can be seen. */
    Optional<Unseen> look(String repository, String reference) {
        String key = repository + "@" + reference;
        Optional<Unseen> found = Optional.ofNullable(unseen.get(key));
        unseen.computeIfPresent(
                key, (_, left) -> left.looks() > 1 ? new Unseen(left.former(), left.looks() - 1) : null);
        return found;
    }
}
