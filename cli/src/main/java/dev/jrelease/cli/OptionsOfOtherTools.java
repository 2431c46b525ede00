package dev.jrelease.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What to write instead of words that other release tools know. */
final class OptionsOfOtherTools {
    private static final Map<String, String> INSTEAD = Map.of(
            "version", "write jrelease --version",
            "-v", "write jrelease --version",
            "build", "write jrelease release --snapshot: it publishes nothing",
            "jsonschema", "write jrelease schema",
            "--rm-dist", "write --clean",
            "--dry-run",
                    "jrelease plan shows what release would do; jrelease release --snapshot builds and publishes nothing",
            "--skip-publish", "write --skip=publish",
            "--skip-docker", "write --skip=docker",
            "--skip-sign", "write --skip=sign",
            "--auto-snapshot", "write --snapshot");

    private OptionsOfOtherTools() {}

    /** For the first of the words that has one. */
    static Optional<String> instead(List<String> words) {
        return words.stream()
                .map(INSTEAD::get)
                .flatMap(instead -> Optional.ofNullable(instead).stream())
                .findFirst();
    }
}
