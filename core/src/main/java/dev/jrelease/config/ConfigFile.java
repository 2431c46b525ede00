package dev.jrelease.config;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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

    private static final Pattern GORELEASER = Pattern.compile("\\.?goreleaser(?!-java)([._-].*)?\\.ya?ml");

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
            return decode(name, Files.readAllBytes(file), Optional.ofNullable(folder));
        } catch (NoSuchFileException missing) {
            throw unreadable(name, "there is no such file");
        } catch (IOException failed) {
            throw unreadable(name, Reason.of(failed));
        }
    }

    /**
     * Takes a file's bytes, as from standard input.
     *
     * @throws ReleaseException if they are not text in UTF-8
     */
    public static ConfigFile decode(String name, byte[] bytes, Optional<Path> folder) {
        return new ConfigFile(name, Utf8.decode(name, bytes), folder);
    }

    private static ReleaseException unreadable(String name, String why) {
        return ReleaseException.could(FailureKind.CONFIGURATION, "read " + name)
                .because(why)
                .build();
    }

    /** Whether it is a file of GoReleaser's, which may say more than is followed here. */
    public boolean isGoReleaser() {
        return isGoReleaser(name);
    }

    /** Whether a file of this name is one of GoReleaser's. */
    public static boolean isGoReleaser(String name) {
        return GORELEASER
                .matcher(name.substring(name.replace('\\', '/').lastIndexOf('/') + 1))
                .matches();
    }
}
