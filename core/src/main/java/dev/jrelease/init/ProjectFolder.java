package dev.jrelease.init;

import dev.jrelease.files.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a project. */
record ProjectFolder(Path root) {
    private static final int MOST_FILES = 5_000;

    boolean has(String file) {
        return Files.exists(root.resolve(file));
    }

    /** The first of these files that is there. */
    Optional<String> first(List<String> names) {
        return names.stream()
                .filter(name -> Files.isRegularFile(root.resolve(name)))
                .findFirst();
    }

    /** The text of a file; empty if it is not there. */
    String text(String file) throws IOException {
        Path path = root.resolve(file);
        return Files.isRegularFile(path) ? new String(WholeFile.bytes(path), StandardCharsets.UTF_8) : "";
    }

    /** The files below a folder whose names have one of these ends, in their order. */
    List<Path> files(String folder, String... ends) throws IOException {
        if (!Files.isDirectory(root.resolve(folder))) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(root.resolve(folder))) {
            return all.filter(file -> Stream.of(ends).anyMatch(file.toString()::endsWith))
                    .limit(MOST_FILES)
                    .sorted()
                    .toList();
        }
    }

    ProjectFolder in(String module) {
        return new ProjectFolder(root.resolve(module).normalize());
    }
}
