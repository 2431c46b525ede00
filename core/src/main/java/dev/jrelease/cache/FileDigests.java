package dev.jrelease.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The digests of some files, with the stamps that they had before they were read. A file whose stamp is the same as in
 * an earlier run is not read again.
 */
public final class FileDigests {
    private final SortedMap<String, Path> files;
    private final Map<String, FileStamp> stamps = new LinkedHashMap<>();
    private final ConcurrentMap<String, Digest> read;

    private FileDigests(SortedMap<String, Path> files, ConcurrentMap<String, Digest> read) {
        this.files = files;
        this.read = read;
    }

    /**
     * Looks at files before they are read.
     *
     * @param files on disk, by a name
     * @param since a time before now, such as the start of the run
     * @param read what this run has read, to which is added
     */
    public static FileDigests lookAt(SortedMap<String, Path> files, Instant since, ConcurrentMap<String, Digest> read)
            throws IOException {
        FileDigests digests = new FileDigests(files, read);
        for (Map.Entry<String, Path> file : files.entrySet()) {
            FileStamp.of(file.getValue())
                    .filter(stamp -> stamp.isSettled(since))
                    .ifPresent(stamp -> digests.stamps.put(file.getKey(), stamp));
        }
        return digests;
    }

    /** The JSON form of files that were read, by name. Files whose stamp is not reliable are left out. */
    public ObjectNode write(Map<String, Digest> contents) {
        ObjectNode all = Json.object();
        contents.forEach((name, digest) -> {
            ObjectNode file = all.putObject(name).put("digest", digest.toString());
            Optional.ofNullable(stamps.get(name)).ifPresent(stamp -> file.put("stamp", stamp.text()));
        });
        return all;
    }

    /** The current JSON form of the same files, if their content is as it was when this one was written. */
    public Optional<ObjectNode> same(JsonNode written) throws IOException {
        if (written.size() != files.size()) {
            return Optional.empty();
        }
        Map<String, Digest> contents = new LinkedHashMap<>();
        for (Map.Entry<String, Path> file : files.entrySet()) {
            JsonNode known = written.path(file.getKey());
            Optional<Digest> before = Digest.parse(known.path("digest").asText());
            if (before.isEmpty()
                    || !(isUntouched(file.getKey(), known) || before.get().equals(digest(file.getKey())))) {
                return Optional.empty();
            }
            contents.put(file.getKey(), before.get());
        }
        return Optional.of(write(contents));
    }

    private boolean isUntouched(String name, JsonNode known) {
        FileStamp stamp = stamps.get(name);
        return stamp != null && stamp.text().equals(known.path("stamp").asText());
    }

    /** Many images have the same files. */
    private Digest digest(String name) throws IOException {
        Path file = Objects.requireNonNull(files.get(name));
        FileStamp stamp = stamps.get(name);
        String key = stamp == null ? "" : file + " " + stamp.text();
        try {
            return key.isEmpty() ? read(file) : read.computeIfAbsent(key, _ -> read(file));
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static Digest read(Path file) {
        try (InputStream content = Files.newInputStream(file)) {
            return Digest.of(content);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
