package dev.jrelease.verify;

import dev.jrelease.text.LinearPattern;
import java.util.Set;

/** The kind of a file according to its name. */
final class FileKind {
    private static final LinearPattern NUMBER = LinearPattern.of("[0-9]++");
    private static final LinearPattern COMPRESSION = LinearPattern.of("[a-z0-9]++");
    private static final Set<String> OBJECTS = Set.of("a", "o", "ko");

    private FileKind() {}

    /** {@code libc.so}, {@code libc.so.6.1}. */
    static boolean isLibrary(String path) {
        String rest = path;
        while (NUMBER.matches(extension(rest))) {
            rest = rest.substring(0, rest.lastIndexOf('.'));
        }
        return extension(rest).equals("so");
    }

    /** Object files and kernel modules, possibly compressed: {@code x.o}, {@code x.ko.xz}. */
    static boolean isObject(String path) {
        String extension = extension(path);
        boolean compressed =
                COMPRESSION.matches(extension) && OBJECTS.contains(extension(path.substring(0, path.lastIndexOf('.'))));
        return OBJECTS.contains(extension) || compressed;
    }

    private static String extension(String path) {
        return path.indexOf('.') < 0 ? "" : path.substring(path.lastIndexOf('.') + 1);
    }
}
