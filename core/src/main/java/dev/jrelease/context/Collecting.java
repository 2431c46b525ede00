package dev.jrelease.context;

import dev.jrelease.failure.Problems;
import dev.jrelease.files.SourceTree;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

/**
 * The common state of all items of one context while they are collected.
 *
 * @param base a real path, without links in it
 * @param tree the folder that must contain every file
 * @param leftOut paths that are included only if an item names them
 */
record Collecting(
        Path base, SourceTree tree, DockerIgnore ignore, List<String> leftOut, ContextFiles files, Problems problems) {

    Collecting {
        leftOut =
                leftOut.stream().map(path -> slashes(Path.of(path).normalize())).toList();
    }

    /** The same for files that no {@code .dockerignore} is about. */
    Collecting withoutIgnore() {
        return new Collecting(base, tree, DockerIgnore.NOTHING, leftOut, files, problems);
    }

    /** The hint for a file name that cannot be read. */
    static String nameHint() {
        return nameHint(System.getProperty("sun.jnu.encoding", ""));
    }

    /**
     *
     * @param encoding of file names in this locale
     */
    static String nameHint(String encoding) {
        return encoding.equalsIgnoreCase("UTF-8")
                ? "rename it: its name is not UTF-8"
                : "names outside ASCII need a locale of UTF-8: LC_ALL=C.UTF-8";
    }

    /** Whether a path is outside of the base directory, where {@code .dockerignore} does not apply. */
    static boolean isBeside(String path) {
        return path.equals("..") || path.startsWith("../");
    }

    static String join(String directory, String name) {
        return directory.isEmpty() || name.isEmpty() ? directory + name : directory + "/" + name;
    }

    static String slashes(Path path) {
        return path.toString().replace(File.separatorChar, '/');
    }
}
