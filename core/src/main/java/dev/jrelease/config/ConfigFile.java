package dev.jrelease.config;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The text of a configuration.
 *
 * @param name the file as the user named it
 * @param folder of the files that it includes; absent for text without a file
 */
public record ConfigFile(String name, String text, Optional<Path> folder) {
    /** The names of configurations, in the order in which they are looked for. */
    public static final List<String> NAMES = List.of(
            ".release.yaml",
            ".release.yml",
            "release.yaml",
            ".goreleaser-java.yaml",
            ".goreleaser.yaml",
            ".goreleaser.yml");

    private static final LinearPattern GORELEASER = LinearPattern.of("\\.?goreleaser(?!-java)(?:[._-](?s:.*+))?");

    /** Top-level keys that only GoReleaser has, and the version of its format. */
    private static final LinearPattern EVIDENCE = LinearPattern.of("version:\\s*+[\"']?2\\b|([a-z0-9_]++)\\s*+:");

    /** Text without a file. */
    public static ConfigFile of(String name, String text) {
        return new ConfigFile(name, text, Optional.empty());
    }

    /** The first of {@link #NAMES} that exists in a folder. */
    public static Optional<Path> find(Path folder) {
        return NAMES.stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
    }

    /**
     * Reads a file.
     *
     * @throws ReleaseException if it cannot be read, or is not text in UTF-8
     */
    public static ConfigFile read(Path file) {
        return read(file, file.toString());
    }

    /** Reads a file that has another name in messages. */
    public static ConfigFile read(Path file, String name) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return decode(name, BoundedFile.read(file), Optional.ofNullable(folder));
        } catch (IOException failed) {
            throw unreadable(name, failed);
        }
    }

    /**
     * Reads from a stream, such as standard input.
     *
     * @param folder of the files that it includes
     * @throws ReleaseException if it cannot be read, or is not text in UTF-8
     */
    public static ConfigFile read(InputStream in, String name, Path folder) {
        try {
            return decode(name, BoundedFile.read(in), Optional.of(folder));
        } catch (IOException failed) {
            throw unreadable(name, failed);
        }
    }

    /**
     * Decodes the bytes of a file.
     *
     * @throws ReleaseException if they are not text in UTF-8
     */
    public static ConfigFile decode(String name, byte[] bytes, Optional<Path> folder) {
        return new ConfigFile(name, Utf8.decode(name, bytes), folder);
    }

    private static ReleaseException unreadable(String name, IOException why) {
        return ReleaseException.couldNot(FailureKind.CONFIGURATION, "read " + name)
                .because(why)
                .build();
    }

    /** The name in messages of a file whose path starts at this file's folder. */
    String beside(String path) {
        return Path.of(name).resolveSibling(path).normalize().toString();
    }

    /** The file on disk that this text may come from. */
    Optional<Path> onDisk() {
        return folder.map(place -> place.resolve(String.valueOf(Path.of(name).getFileName())))
                .filter(Files::isRegularFile);
    }

    /**
     * Whether it is a GoReleaser file, in which some keys are only warnings. The name decides; if it may be either
     * program's, {@code version: 2} and sections that only GoReleaser runs do.
     */
    public boolean isGoReleaser() {
        return isGoReleaser(false);
    }

    /**
     *
     * @param expected the result if nothing decides it
     */
    boolean isGoReleaser(boolean expected) {
        String plain = name.substring(name.replace('\\', '/').lastIndexOf('/') + 1);
        return isNamedForGoReleaser(plain) || (!NAMES.contains(plain) && (expected || hasEvidence()));
    }

    private static boolean isNamedForGoReleaser(String plain) {
        boolean yaml = plain.endsWith(".yaml") || plain.endsWith(".yml");
        return yaml && GORELEASER.matches(plain.substring(0, plain.lastIndexOf('.')));
    }

    private boolean hasEvidence() {
        return text.lines()
                .flatMap(line -> EVIDENCE.matchAtStart(line).stream())
                .map(found -> found.group(1))
                .anyMatch(key -> key == null
                        || UnrunKey.find(key).filter(UnrunKey::isEvidence).isPresent());
    }
}
