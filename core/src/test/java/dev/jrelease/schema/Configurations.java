package dev.jrelease.schema;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.config.Section;
import dev.jrelease.environment.Environment;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The sections of the product, and the configurations of this repository. */
final class Configurations {
    static final List<Section<?>> SECTIONS = sections();

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private Configurations() {}

    private static List<Section<?>> sections() {
        try (Releaser releaser = releaser()) {
            return releaser.sections();
        }
    }

    static Releaser releaser() {
        Environment nowhere = new Environment(Map.of(), Path.of("/home"), Path.of("/projects/acme"));
        return new Releaser(nowhere, new Redactor(), Instant.parse("2026-01-02T03:04:05Z"));
    }

    /** Those that are shown to people. */
    static List<Path> examples() {
        return Stream.of(Stream.of(ROOT.resolve(".goreleaser-java.yaml")), in("examples"), in("examples/monorepo"))
                .flatMap(files -> files)
                .toList();
    }

    static List<Path> scenarios() {
        return in("cli/src/test/scenarios").toList();
    }

    /** Those of {@code core/src/test/configurations} that are right, or wrong. */
    static List<Path> golden(String kind) {
        return in("core/src/test/configurations/" + kind).toList();
    }

    static String name(Path file) {
        return ROOT.relativize(file).toString();
    }

    static ConfigFile read(Path file) {
        return ConfigFile.read(file, name(file));
    }

    private static Stream<Path> in(String folder) {
        Path above = ROOT.resolve(folder);
        if (!Files.isDirectory(above)) {
            return Stream.empty();
        }
        try (Stream<Path> all = Files.list(above)) {
            return all.sorted().flatMap(each -> ConfigFile.find(each).stream()).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
