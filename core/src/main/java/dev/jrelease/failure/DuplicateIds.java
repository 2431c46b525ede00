package dev.jrelease.failure;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reports ids that two entries share, because a reference to such an id is ambiguous. */
public final class DuplicateIds {
    private final Problems problems;
    private final Map<String, Place> first = new LinkedHashMap<>();

    private record Place(Location key, Location entry) {}

    public DuplicateIds(Problems problems) {
        this.problems = problems;
    }

    /**
     * Adds the id of the next entry, and reports an error if an earlier entry has it.
     *
     * @param key where the id is written, which is one place for entries that share it by an anchor
     */
    public void add(String id, Location key, Location entry) {
        Place other = first.putIfAbsent(id, new Place(key, entry));
        if (other != null) {
            problems.error(
                    other.key().equals(key) ? entry : key,
                    "the id " + id + " is also the id of the entry in line "
                            + other.entry().line(),
                    "rename one of them");
        }
    }
}
