package dev.jrelease.context;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** A directory of files for a test, and what came of it in a tar file. */
record Tree(Path root) {

    Tree file(String path, String content) {
        return file(path, content, "rw-r--r--");
    }

    Tree file(String path, String content, String mode) {
        Path file = root.resolve(path);
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
            return this;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Tree link(String path, String target) throws IOException {
        Files.createDirectories(root.resolve(path).getParent());
        Files.createSymbolicLink(root.resolve(path), Path.of(target));
        return this;
    }

    /** One line per entry: mode, path and content, as in {@code 644 app/main.go package main}. */
    static List<String> lines(Path tar) throws IOException {
        List<String> lines = new ArrayList<>();
        try (InputStream in = Files.newInputStream(tar);
                var archive = new TarArchiveInputStream(in)) {
            for (TarArchiveEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String content = entry.isSymbolicLink()
                        ? "-> " + entry.getLinkName()
                        : new String(archive.readAllBytes(), StandardCharsets.UTF_8);
                lines.add((Integer.toOctalString(entry.getMode() & 0777) + " " + entry.getName() + " " + content)
                        .strip());
            }
        }
        return lines;
    }
}
