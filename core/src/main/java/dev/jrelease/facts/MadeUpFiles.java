package dev.jrelease.facts;

import dev.jrelease.template.function.FileAccess;
import java.nio.charset.StandardCharsets;

/** Files for templates that are only looked at: each is there, and holds a guess. */
record MadeUpFiles(Invention invention) implements FileAccess {

    @Override
    public byte[] read(String path) {
        return invention.value(path.substring(path.lastIndexOf('/') + 1)).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String absolute(String path) {
        return path.startsWith("/") ? path : "/project/" + path;
    }
}
