package dev.jrelease.pipes.builds.work;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** The place of a program: copies what a build left, and removes what an earlier run left. */
public final class Place {
    private Place() {}

    /** Removes a file or a folder with everything in it, and makes the folder above it. */
    public static void clear(Path place) throws IOException {
        if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
            List<Path> all;
            try (Stream<Path> found = Files.walk(place)) {
                all = found.toList().reversed();
            }
            for (Path path : all) {
                Files.delete(path);
            }
        }
        Files.createDirectories(place.toAbsolutePath().resolve("..").normalize());
    }

    /** Copies a file, or a folder with everything in it. */
    public static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(to.resolve(from.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                copyFile(file, file.equals(from) ? to : to.resolve(from.relativize(file)));
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private static void copyFile(Path from, Path to) throws IOException {
        Files.createDirectories(to.toAbsolutePath().resolve("..").normalize());
        Files.copy(
                from,
                to,
                StandardCopyOption.REPLACE_EXISTING,
                StandardCopyOption.COPY_ATTRIBUTES,
                LinkOption.NOFOLLOW_LINKS);
    }
}
