package dev.jrelease.pipes.builds;

import dev.jrelease.image.KnownPlatforms;
import dev.jrelease.image.Platform;
import dev.jrelease.image.PlatformMistake;
import dev.jrelease.text.LinearPattern;
import java.util.List;
import java.util.Optional;

/** An item of {@code targets}: {@code linux_amd64}, {@code linux_arm_7}, or a name for the usual platforms of Go. */
final class Target {
    private static final LinearPattern FIRST_CLASS_WORD = LinearPattern.of("go(_\\d++)?_first_class");
    private static final List<Platform> FIRST_CLASS = List.of(
            Platform.of("linux", "amd64"),
            Platform.of("linux", "386"),
            Platform.of("linux", "arm", "v" + KnownPlatforms.DEFAULT_GOARM),
            Platform.of("linux", "arm64"),
            Platform.of("darwin", "amd64"),
            Platform.of("darwin", "arm64"),
            Platform.of("windows", "amd64"),
            Platform.of("windows", "386"));

    private Target() {}

    /** The platforms of an item; empty if it is not a target. */
    static List<Platform> platforms(String written) {
        if (FIRST_CLASS_WORD.matches(written)) {
            return FIRST_CLASS;
        }
        String[] parts = written.split("_", 3);
        if (parts.length < 2 || parts[0].isEmpty() || parts[1].isEmpty()) {
            return List.of();
        }
        return List.of(Platform.of(parts[0], parts[1], variant(parts[1], parts.length == 3 ? parts[2] : "")));
    }

    /** The target that was meant by one that is not known. */
    static Optional<String> meant(String written) {
        return PlatformMistake.meant(written.replace('_', '/'))
                .flatMap(Platform::parse)
                .map(meant ->
                        meant.architecture().equals("arm") && !meant.variant().isEmpty()
                                ? meant.os() + "_arm_" + meant.variant().substring(1)
                                : meant.os() + "_" + meant.architecture());
    }

    /** Levels of other architectures do not distinguish images. */
    private static String variant(String architecture, String level) {
        return switch (architecture) {
            case "arm" -> "v" + (level.isEmpty() ? KnownPlatforms.DEFAULT_GOARM : level);
            case "amd64" -> level;
            default -> "";
        };
    }
}
