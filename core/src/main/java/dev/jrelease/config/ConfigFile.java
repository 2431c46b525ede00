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
 * A configuration's text.
 *
 * @param name the file as the user named it
 * @param folder where the files that it includes are; absent for text that comes from nowhere
 */
public record ConfigFile(String name, String text, Optional<Path> folder) {
    /** Where a configuration is looked for, in this order. */
    public static final List<String> NAMES = List.of(
            ".release.yaml",
            ".release.yml",
            "release.yaml",
            ".goreleaser-java.yaml",
            ".goreleaser.yaml",
            ".goreleaser.yml");

    private static final LinearPattern GORELEASER = LinearPattern.of("\\.?goreleaser(?!-java)(?:[._-](?s:.*+))?");

    /** Of the keys at the top, those that only GoReleaser has, and the number of its format. */
    private static final LinearPattern EVIDENCE = LinearPattern.of("version:\\s*+[\"']?2\\b|([a-z0-9_]++)\\s*+:");

    /** Text that stands for itself. */
    public static ConfigFile of(String name, String text) {
        return new ConfigFile(name, text, Optional.empty());
    }

    /** The configuration in a folder, under the first of its {@link #NAMES names} that is there. */
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

    /** Reads a file that is shown under a name of its own. */
    public static ConfigFile read(Path file, String name) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            return decode(name, BoundedFile.read(file), Optional.ofNullable(folder));
        } catch (IOException failed) {
            throw unreadable(name, failed);
        }
    }

    /**
     * Reads what comes from elsewhere, such as standard input.
     *
     * @param folder where the files that it includes are
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
     * Takes a file's bytes.
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

    /** The name of a file whose path starts from this one's folder, in the form in which this one is named. */
    String beside(String path) {
        return Path.of(name).resolveSibling(path).normalize().toString();
    }

    /** The file on disk, if there is one that this text could be from. */
    Optional<Path> onDisk() {
        return folder.map(place -> place.resolve(String.valueOf(Path.of(name).getFileName())))
                .filter(Files::isRegularFile);
    }

    /**
     * Whether it is a file of GoReleaser's, which may say more than is followed here. Its name decides; where that
     * could be anyone's, it is GoReleaser's if it says {@code version: 2}, or has a section that only GoReleaser runs.
     */
    public boolean isGoReleaser() {
        return isGoReleaser(false);
    }

    /** @param expected whether it is taken for one of GoReleaser's if it could be anyone's */
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
