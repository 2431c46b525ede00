package dev.jrelease.failure;

import java.util.LinkedHashMap;
import java.util.Map;

/** Refuses ids that are given twice: whoever names one of them could mean either. */
public final class DuplicateIds {
    private final Problems problems;
    private final Map<String, Location> first = new LinkedHashMap<>();

    public DuplicateIds(Problems problems) {
        this.problems = problems;
    }

    /** Takes the id of the next entry. */
    public void add(String id, Location place) {
        Location other = first.putIfAbsent(id, place);
        if (other != null) {
            problems.error(
                    place, "the id " + id + " is that of the entry in line " + other.line(), "rename one of them");
        }
    }
}
