package dev.jrelease.dist;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Deletes a file, or a folder with its content. */
final class FileTree {
    private FileTree() {}

    /** Deletes the content of a folder under a name, except kept files. A link is deleted, not its target. */
    static void delete(Path folder, String name, Predicate<Path> kept) throws IOException {
        Path root = folder.resolve(name).normalize();
        if (!isIn(folder, root) || !Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (!kept.test(file)) {
                    Files.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure != null) {
                    throw failure;
                }
                deleteIfEmpty(directory);
                return FileVisitResult.CONTINUE;
            }
        });
        for (Path above = root.resolveSibling(""); isIn(folder, above); above = above.resolveSibling("")) {
            deleteIfEmpty(above);
        }
    }

    /** Whether a path is inside a folder without a link on the way. */
    private static boolean isIn(Path folder, Path path) {
        if (!path.startsWith(folder) || path.equals(folder)) {
            return false;
        }
        Path at = folder;
        for (Path name : folder.relativize(path)) {
            if (Files.isSymbolicLink(at)) {
                return false;
            }
            at = at.resolve(name);
        }
        return true;
    }

    private static void deleteIfEmpty(Path directory) throws IOException {
        boolean empty;
        try (Stream<Path> entries = Files.list(directory)) {
            empty = entries.findAny().isEmpty();
        }
        if (empty) {
            Files.delete(directory);
        }
    }
}
