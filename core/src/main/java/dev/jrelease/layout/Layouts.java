package dev.jrelease.layout;

import dev.jrelease.image.Repositories;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The layouts that a run writes, each opened once and all closed together. */
public final class Layouts implements AutoCloseable {
    private final Repositories repositories;
    private final Map<Path, OciLayout> open = new LinkedHashMap<>();

    /** @param repositories opens those that have layers which are not in a layout */
    public Layouts(Repositories repositories) {
        this.repositories = repositories;
    }

    public synchronized OciLayout at(Path directory) {
        return open.computeIfAbsent(directory, folder -> OciLayout.create(folder, repositories));
    }

    /** A layout for reading. */
    public OciLayout reading(Path directory) {
        return OciLayout.open(directory, repositories);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(OciLayout::close);
        open.clear();
    }
}
