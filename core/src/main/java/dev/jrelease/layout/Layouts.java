package dev.jrelease.layout;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The layouts that a run writes, each opened once and all closed together. */
public final class Layouts implements AutoCloseable {
    private final Map<Path, OciLayout> open = new LinkedHashMap<>();

    public synchronized OciLayout at(Path directory) {
        return open.computeIfAbsent(directory, OciLayout::create);
    }

    @Override
    public synchronized void close() {
        open.values().forEach(OciLayout::close);
        open.clear();
    }
}
