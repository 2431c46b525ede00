package dev.jrelease.template.function;

import java.io.IOException;
import java.util.Map;

/** Reads files for templates. */
public interface FileAccess {
    /** The content; relative paths start from the project's folder. */
    byte[] read(String path) throws IOException;

    /** The path from the root of the file system. */
    String absolute(String path);

    /** The content of all files that were read, by path from the project's folder. */
    default Map<String, byte[]> contents() {
        return Map.of();
    }
}
