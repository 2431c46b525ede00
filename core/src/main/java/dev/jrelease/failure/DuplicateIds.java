package dev.jrelease.failure;

import java.util.LinkedHashMap;
import java.util.Map;

/** Reports ids that two entries share, because a reference to such an id is ambiguous. */
public final class DuplicateIds {
    private final Problems problems;
    private final Map<String, Location> first = new LinkedHashMap<>();

    public DuplicateIds(Problems problems) {
        this.problems = problems;
    }

    /** Adds the id of the next entry, and reports an error if an earlier entry has it. */
    public void add(String id, Location place) {
        Location other = first.putIfAbsent(id, place);
        if (other != null) {
            problems.error(
                    place,
                    "the id " + id + " is also the id of the entry in line " + other.line(),
                    "rename one of them");
        }
    }
}
