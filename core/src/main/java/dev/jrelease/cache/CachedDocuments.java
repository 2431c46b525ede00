package dev.jrelease.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.files.WholeFile;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** JSON documents by their keys. Each file begins with the digest of the rest, so that damage is noticed. */
final class CachedDocuments {
    private static final String BLOBS = "blobs";
    private static final int HEAD = Digest.EMPTY.hex().length() + 1;

    private final CacheFolder cache;

    CachedDocuments(CacheFolder cache) {
        this.cache = cache;
    }

    Optional<ObjectNode> find(DocumentKind kind, Digest key) throws IOException {
        return read(cache.path().resolve(kind.folder()).resolve(key.hex()));
    }

    /** Empty also for a damaged document. */
    private static Optional<ObjectNode> read(Path file) throws IOException {
        byte[] bytes;
        try {
            bytes = WholeFile.bytes(file);
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
        if (bytes.length < HEAD) {
            return Optional.empty();
        }
        byte[] document = Arrays.copyOfRange(bytes, HEAD, bytes.length);
        String head = new String(bytes, 0, HEAD, StandardCharsets.ISO_8859_1);
        return head.equals(Digest.of(document).hex() + "\n") && Json.parse(document) instanceof ObjectNode object
                ? Optional.of(object)
                : Optional.empty();
    }

    /** Writes it anew also if it is the same: the time of its file is the time of its last use. */
    void keep(DocumentKind kind, Digest key, ObjectNode document, Collection<Descriptor> blobs) throws IOException {
        ObjectNode whole = document.deepCopy();
        ArrayNode all = whole.putArray(BLOBS);
        blobs.forEach(blob -> all.add(blob.write()));
        byte[] bytes = Json.bytes(whole);
        Path unfinished = cache.unfinished();
        try {
            Files.writeString(unfinished, Digest.of(bytes).hex() + "\n" + new String(bytes, StandardCharsets.UTF_8));
            Path file = cache.folder(kind.folder()).resolve(key.hex());
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    /** The blobs that a file names; none if it is damaged. */
    static List<Descriptor> blobs(Path file) throws IOException {
        List<Descriptor> all = new ArrayList<>();
        for (JsonNode blob : read(file).map(document -> document.path(BLOBS)).orElseGet(Json::array)) {
            all.add(Descriptor.read(blob));
        }
        return all;
    }
}
