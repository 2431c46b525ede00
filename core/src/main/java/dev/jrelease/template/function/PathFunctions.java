package dev.jrelease.template.function;

import dev.jrelease.files.CleanPath;
import java.util.List;

/** Functions for paths; only {@code abs} uses the working directory. */
final class PathFunctions {
    private PathFunctions() {}

    static List<Function> all() {
        return List.of(
                Function.of("dir \"dist/app\"", 1, "the path without its last element", call -> folder(call.text(0))),
                Function.of("base \"dist/app\"", 1, "the last element of the path", call -> last(call.text(0))),
                Function.of(
                        "abs \"dist/app\"",
                        1,
                        "the path from the root of the file system",
                        call -> FileFunctions.files(call).absolute(call.text(0))));
    }

    private static String folder(String path) {
        return CleanPath.of(path.substring(0, path.lastIndexOf('/') + 1));
    }

    private static String last(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        if (end == 0) {
            return path.isEmpty() ? "." : "/";
        }
        return path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }
}
