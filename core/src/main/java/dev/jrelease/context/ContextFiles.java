package dev.jrelease.context;

import dev.jrelease.failure.Location;
import dev.jrelease.failure.Problems;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The entries of a build context by path. Two sources for one path are a problem unless their content is equal. */
final class ContextFiles {
    private final SortedMap<String, Source> sources = new TreeMap<>();
    private final Problems problems;

    ContextFiles(Problems problems) {
        this.problems = problems;
    }

    /** The source of an entry, as the configuration names it. */
    private record Source(ContextEntry entry, String name, Location location) {}

    /**
     * Adds an entry and its parent directories.
     *
     * @param path in the context; empty for its root, which always exists
     * @param name of the source, as the configuration names it
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

    /** Whether this path is free, or has equal content. */
    boolean accepts(String path, ContextEntry entry) throws IOException {
        Source before = sources.get(path);
        return before == null || before.entry.sameAs(entry);
    }

    /** All entries in the order of the archive. */
    SortedMap<String, ContextEntry> entries() {
        SortedMap<String, ContextEntry> all = new TreeMap<>();
        sources.forEach((path, source) -> all.put(path, source.entry));
        return Collections.unmodifiableSortedMap(all);
    }
}
