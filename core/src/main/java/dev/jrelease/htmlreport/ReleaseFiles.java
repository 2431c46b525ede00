package dev.jrelease.htmlreport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.dist.DistFolder;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.WholeFile;
import dev.jrelease.json.Json;
import dev.jrelease.json.MalformedJsonException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a release left in its dist folder.
 *
 * @param metadata {@code metadata.json}
 * @param events {@code events.jsonl}, in their order
 * @param images the folder of the layout
 */
record ReleaseFiles(JsonNode metadata, List<JsonNode> events, Path images) {
    /** A release of hundreds of images has some thousands of events. */
    private static final long LARGEST = 64 << 20;

    static ReleaseFiles in(Path dist) {
        try {
            JsonNode metadata = Json.parse(bytes(dist.resolve("metadata.json")));
            return new ReleaseFiles(metadata, events(dist.resolve("events.jsonl")), dist.resolve(DistFolder.IMAGES));
        } catch (IOException unreadable) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "report on " + dist)
                    .because(unreadable)
                    .hint("name the dist folder of a release, or of a snapshot")
                    .build();
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        checkSize(file);
        return WholeFile.bytes(file);
    }

    private static void checkSize(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("there is no file " + file);
        }
        if (Files.size(file) > LARGEST) {
            throw new IOException(file + " is larger than " + (LARGEST >> 20) + " MiB");
        }
    }

    /** A line that was not written whole is the last one, and is left out. */
    private static List<JsonNode> events(Path file) throws IOException {
        checkSize(file);
        List<JsonNode> events = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                events.add(Json.parse(line.getBytes(StandardCharsets.UTF_8)));
            }
        } catch (MalformedJsonException unfinished) {
            return events;
        }
        return events;
    }
}
