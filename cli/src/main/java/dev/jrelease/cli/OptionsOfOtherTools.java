package dev.jrelease.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Suggests what to use instead of commands and options of other release tools. */
final class OptionsOfOtherTools {
    private static final Map<String, String> INSTEAD = Map.of(
            "version", "use jrelease --version",
            "-v", "use jrelease --version",
            "build", "use jrelease release --snapshot: it publishes nothing",
            "jsonschema", "use jrelease schema",
            "--rm-dist", "use --clean",
            "--dry-run",
                    "jrelease plan shows what release would do; jrelease release --snapshot builds and publishes nothing",
            "--skip-publish", "use --skip=publish",
            "--skip-docker", "use --skip=docker",
            "--skip-sign", "use --skip=sign",
            "--auto-snapshot", "use --snapshot");

    private OptionsOfOtherTools() {}

    /** The suggestion for the first known word. */
    static Optional<String> instead(List<String> words) {
        return words.stream()
                .map(INSTEAD::get)
                .flatMap(instead -> Optional.ofNullable(instead).stream())
                .findFirst();
    }
}
