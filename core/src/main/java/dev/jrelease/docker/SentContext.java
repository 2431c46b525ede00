package dev.jrelease.docker;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarFile;

/**
 * A build context as it is sent.
 *
 * @param dockerfile the text of the Dockerfile
 * @param files the paths of regular files
 * @param folders the paths of folders that have an entry of their own
 * @param others the paths of everything else
 */
record SentContext(String dockerfile, Set<String> files, Set<String> folders, Set<String> others) {
    private static final int LONGEST_DOCKERFILE = 1024 * 1024;

    /** Empty if it cannot be read, or has no such Dockerfile: the request of the build reports that. */
    static Optional<SentContext> read(ImageBuild build) {
        Set<String> files = new HashSet<>();
        Set<String> folders = new HashSet<>();
        Set<String> others = new HashSet<>();
        Optional<String> dockerfile = Optional.empty();
        try (TarFile tar = new TarFile(build.context())) {
            for (TarArchiveEntry entry : tar.getEntries()) {
                String path = path(entry);
                (entry.isDirectory() ? folders : entry.isFile() && !entry.isLink() ? files : others).add(path);
                if (path.equals(build.dockerfile()) && entry.getSize() <= LONGEST_DOCKERFILE) {
                    try (InputStream content = tar.getInputStream(entry)) {
                        dockerfile = Optional.of(new String(content.readAllBytes(), StandardCharsets.UTF_8));
                    }
                }
            }
        } catch (IOException unreadable) {
            return Optional.empty();
        }
        return dockerfile.map(text -> new SentContext(text, files, folders, others));
    }

    private static String path(TarArchiveEntry entry) {
        String name = entry.getName();
        String path = name.startsWith("./") ? name.substring(2) : name;
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    /**
     * Whether there is such a folder, with an entry that has the time of each folder in it.
     *
     * @param itself whether one is needed for the folder as well
     */
    boolean hasFolder(String path, boolean itself) {
        String start = path.isEmpty() ? "" : path + "/";
        boolean known = path.isEmpty() ? !itself : folders.contains(path);
        return known
                && Stream.of(files, folders, others)
                        .flatMap(Set::stream)
                        .filter(inside -> inside.startsWith(start))
                        .allMatch(inside -> isBelowKnown(inside, start.length()));
    }

    private boolean isBelowKnown(String path, int from) {
        for (int end = path.indexOf('/', from); end >= 0; end = path.indexOf('/', end + 1)) {
            if (!folders.contains(path.substring(0, end))) {
                return false;
            }
        }
        return true;
    }
}
