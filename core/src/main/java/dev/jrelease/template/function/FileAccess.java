package dev.jrelease.template.function;

import java.io.IOException;

/** The files that templates may read. */
public interface FileAccess {
    /** The whole content; relative paths start from the project's folder. */
    byte[] read(String path) throws IOException;

    /** The path from the root of the file system. */
    String absolute(String path);
}
