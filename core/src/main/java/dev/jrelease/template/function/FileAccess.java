package dev.jrelease.template.function;

import java.io.IOException;
import java.util.Map;

/** The files that templates may read. */
public interface FileAccess {
    /** The whole content; relative paths start from the project's folder. */
    byte[] read(String path) throws IOException;

    /** The path from the root of the file system. */
    String absolute(String path);

    /** The content of every file that was read, by its path from the project's folder. */
    default Map<String, byte[]> contents() {
        return Map.of();
    }
}
