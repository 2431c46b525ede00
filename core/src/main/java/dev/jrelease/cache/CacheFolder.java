package dev.jrelease.cache;

import dev.jrelease.environment.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.UUID;

/**
 * The place of the cache: {@code $XDG_CACHE_HOME/jrelease}, else {@code ~/.cache/jrelease}. Only its owner may read it.
 *
 * @param above a folder that is not made if it is missing, such as the user's home
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base directories</a>
 */
public record CacheFolder(Path above, Path path) {

    /** Unfinished files, also of runs that were killed. */
    static final String INCOMING = "incoming";

    /** A relative {@code XDG_CACHE_HOME} does not count, as that specification says. */
    public static CacheFolder of(Environment environment) {
        return environment
                .variable("XDG_CACHE_HOME")
                .map(Path::of)
                .filter(Path::isAbsolute)
                .map(caches -> new CacheFolder(caches.getRoot(), caches.resolve("jrelease")))
                .orElseGet(() ->
                        new CacheFolder(environment.home(), environment.home().resolve(".cache/jrelease")));
    }

    /** A folder in it, which is made if it is missing. */
    Path folder(String name) throws IOException {
        Path folder = path.resolve(name);
        if (!Files.isDirectory(folder)) {
            if (!Files.isDirectory(above)) {
                throw new NoSuchFileException(above.toString());
            }
            if (!Files.isDirectory(path)) {
                makePrivate();
            }
            Files.createDirectories(folder);
        }
        return folder;
    }

    /** A name for a file that gets its own name when it is complete. */
    Path unfinished() throws IOException {
        return folder(INCOMING).resolve(UUID.randomUUID().toString());
    }

    private void makePrivate() throws IOException {
        Files.createDirectories(path);
        if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
        }
    }
}
