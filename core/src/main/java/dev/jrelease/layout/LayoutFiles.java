package dev.jrelease.layout;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.WholeFile;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The files {@code oci-layout} and {@code index.json} of a layout. */
final class LayoutFiles {
    private static final String VERSION_KEY = "imageLayoutVersion";
    private static final String VERSION = "1.0.0";

    private final Path layout;
    private final BlobStore blobs;

    LayoutFiles(Path layout, BlobStore blobs) {
        this.layout = layout;
        this.blobs = blobs;
    }

    /** Reads the index, after writing missing files. */
    LayoutIndex readOrWrite() throws IOException {
        if (!Files.exists(marker())) {
            replace(marker(), Json.bytes(Json.object().put(VERSION_KEY, VERSION)));
        }
        if (!Files.exists(index())) {
            write(LayoutIndex.empty());
        }
        return read();
    }

    LayoutIndex read() {
        try {
            String version = parse(marker()).path(VERSION_KEY).asText();
            if (!version.equals(VERSION)) {
                throw new IllegalArgumentException("it is of version '" + version + "', not " + VERSION);
            }
            return LayoutIndex.read(parse(index()));
        } catch (NoSuchFileException missing) {
            throw unreadable()
                    .because(
                            Files.exists(layout)
                                    ? "it has no file "
                                            + Path.of(missing.getFile()).getFileName()
                                    : "there is no such folder")
                    .build();
        } catch (IOException | IllegalArgumentException problem) {
            throw unreadable().because(problem).build();
        }
    }

    private static JsonNode parse(Path file) throws IOException {
        byte[] bytes = WholeFile.bytes(file);
        try {
            return Json.parse(bytes);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(file.getFileName() + " is not JSON", malformed);
        }
    }

    private ReleaseException.Builder unreadable() {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read " + layout + " as an OCI image layout")
                .hint("use a folder that contains oci-layout, index.json and blobs");
    }

    void write(LayoutIndex index) throws IOException {
        replace(index(), index.bytes());
    }

    /** Replaces a file atomically. */
    void replace(Path file, byte[] bytes) throws IOException {
        Path temporary = blobs.temporary();
        Files.write(temporary, bytes);
        Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path marker() {
        return layout.resolve("oci-layout");
    }

    private Path index() {
        return layout.resolve("index.json");
    }
}
