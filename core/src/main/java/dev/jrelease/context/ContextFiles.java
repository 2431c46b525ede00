package dev.jrelease.context;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is in a build context so far, by path; two sources for one path are a problem unless they are the same. */
final class ContextFiles {
    private final SortedMap<String, Source> sources = new TreeMap<>();
    private final Problems problems;

    ContextFiles(Problems problems) {
        this.problems = problems;
    }

    /** Where an entry comes from, in the user's words. */
    private record Source(ContextEntry entry, String name, Location location) {}

    /**
     * Adds an entry and the directories it is in.
     *
     * @param path in the context; empty for its root, which is always there
     * @param name of the source, as the user would write it
     */
    void add(String path, ContextEntry entry, String name, Location location) throws IOException {
        if (path.isEmpty()) {
            return;
        }
        Source source = new Source(entry, name, location);
        int slash = path.lastIndexOf('/');
        if (slash > 0) {
            directory(path.substring(0, slash), source);
        }
        Source before = sources.putIfAbsent(path, source);
        if (before != null && !before.entry.sameAs(entry)) {
            problems.error(
                    location,
                    "both " + before.name + " and " + name + " would be " + path + " in the build context",
                    "give one of them another dst");
        }
    }

    private void directory(String path, Source child) throws IOException {
        Source before = sources.get(path);
        if (before == null) {
            add(path, new ContextEntry.Directory(), child.name, child.location);
        } else if (!(before.entry instanceof ContextEntry.Directory)) {
            problems.error(
                    child.location,
                    before.name + " would be " + path + " in the build context, and " + child.name + " inside it",
                    "give one of them another dst");
        }
    }

    boolean has(String path) {
        return sources.containsKey(path);
    }

    /** Whether this path is free, or taken by the very same content. */
    boolean accepts(String path, ContextEntry entry) throws IOException {
        Source before = sources.get(path);
        return before == null || before.entry.sameAs(entry);
    }

    /** Everything, in the order in which it is written. */
    SortedMap<String, ContextEntry> entries() {
        SortedMap<String, ContextEntry> all = new TreeMap<>();
        sources.forEach((path, source) -> all.put(path, source.entry));
        return Collections.unmodifiableSortedMap(all);
    }
}
