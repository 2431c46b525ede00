package dev.jrelease.pipes.images.context;

import dev.jrelease.failure.Problems;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * What all items of one context share while they are collected.
 *
 * @param base a real path, without links in it
 * @param leftOut paths that come in only if an item names them
 */
record Collecting(Path base, DockerIgnore ignore, List<String> leftOut, ContextFiles files, Problems problems) {

    static final String LOCALE_HINT = "names outside ASCII need a locale of UTF-8: LC_ALL=C.UTF-8";

    Collecting {
        leftOut =
                leftOut.stream().map(path -> slashes(Path.of(path).normalize())).toList();
    }

    static String join(String directory, String name) {
        return directory.isEmpty() || name.isEmpty() ? directory + name : directory + "/" + name;
    }

    static String slashes(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
