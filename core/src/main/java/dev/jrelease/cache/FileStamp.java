package dev.jrelease.cache;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The state of a file in the file system: while it is the same, the content is taken to be the same.
 *
 * @param changed the later one of the times of content and of attributes
 * @param text all of it
 */
record FileStamp(Instant changed, String text) {
    /** File systems count time in ticks of up to two seconds. */
    private static final Duration TICK = Duration.ofSeconds(2);

    private static final List<String> ATTRIBUTES = List.of("size", "lastModifiedTime", "ctime", "dev", "ino", "mode");

    /** Empty where the file system does not say enough. */
    static Optional<FileStamp> of(Path file) throws IOException {
        Map<String, Object> attributes;
        try {
            attributes = Files.readAttributes(file, "unix:" + String.join(",", ATTRIBUTES));
        } catch (UnsupportedOperationException | IllegalArgumentException otherSystem) {
            return Optional.empty();
        }
        Instant changed = attributes.values().stream()
                .filter(FileTime.class::isInstance)
                .map(time -> ((FileTime) time).toInstant())
                .max(Comparator.naturalOrder())
                .orElse(Instant.MAX);
        String text = ATTRIBUTES.stream()
                .map(name -> String.valueOf(attributes.get(name)))
                .collect(Collectors.joining(" "));
        return Optional.of(new FileStamp(changed, text));
    }

    /**
     * Whether a later change would show. A file that changed just before it was read may have changed again in the same
     * tick, as in the index of git.
     *
     * @param read a time before the file was read
     * @see <a href="https://git-scm.com/docs/racy-git">racy-git</a>
     */
    boolean isSettled(Instant read) {
        return changed.isBefore(read.minus(TICK));
    }
}
