package dev.jrelease.cache;

import dev.jrelease.files.FileLink;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Optional;

/** Blobs by their digests. They are links to those of layouts where the file system allows it. */
final class CachedBlobs {
    static final String FOLDER = "blobs";

    /** The time of every blob: whatever writes to one, also by another link, gives it another time. */
    private static final FileTime SEALED = FileTime.from(Instant.parse("1980-01-01T00:00:00Z"));

    private final CacheFolder cache;

    CachedBlobs(CacheFolder cache) {
        this.cache = cache;
    }

    /** The file of a blob with its content. One that has lost it is removed. */
    Optional<Path> find(Descriptor blob) throws IOException {
        Path file = file(blob.digest());
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            if (now.size() == blob.size() && (now.lastModifiedTime().equals(SEALED) || isSealedAgain(file, blob))) {
                return Optional.of(file);
            }
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    private static boolean isSealedAgain(Path file, Descriptor blob) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            if (!Digest.of(content).equals(blob.digest())) {
                return false;
            }
        }
        Files.setLastModifiedTime(file, SEALED);
        return true;
    }

    /** @param content a file that holds the blob */
    void keep(Descriptor blob, Path content) throws IOException {
        if (find(blob).isPresent()) {
            return;
        }
        Path unfinished = cache.unfinished();
        try {
            FileLink.make(content, unfinished);
            Files.setLastModifiedTime(unfinished, SEALED);
            cache.folder(FOLDER);
            Files.move(
                    unfinished,
                    file(blob.digest()),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            // A move between two names of one file leaves both.
            Files.deleteIfExists(unfinished);
        }
    }

    private Path file(Digest digest) {
        return cache.path().resolve(FOLDER).resolve(digest.hex());
    }
}
