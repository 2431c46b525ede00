package dev.jrelease.cli;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file to migrate, and the place of the new one.
 *
 * @param source as given; {@code -} is standard input
 * @param output as given; {@code -} is standard output
 */
record MigrationFiles(Path folder, Path source, Optional<String> output) {
    private static final List<String> SOURCES =
            List.of(".goreleaser.yaml", ".goreleaser.yml", "goreleaser.yaml", "goreleaser.yml");
    private static final String TARGET = ConfigFile.NAMES.getFirst();

    static MigrationFiles of(Path folder, Optional<Path> source, Optional<String> output) {
        return new MigrationFiles(folder, source.orElseGet(() -> found(folder)), output);
    }

    private static Path found(Path folder) {
        return SOURCES.stream()
                .map(Path::of)
                .filter(name -> Files.isRegularFile(folder.resolve(name)))
                .findFirst()
                .orElseThrow(() -> ReleaseException.couldNot(
                                FailureKind.CONFIGURATION, "find a file to migrate in " + folder)
                        .because("there is no file " + String.join(", ", SOURCES))
                        .hint("set the file: jrelease migrate FILE")
                        .build());
    }

    ConfigFile read(Console console) {
        return ConfigOptions.read(source, folder, console);
    }

    /** Whether the new file goes to standard output. */
    boolean isPrinted() {
        return output.map("-"::equals).orElseGet(() -> ConfigOptions.isStandardInput(source));
    }

    NewFile target() {
        Path file = output.filter(name -> !name.equals("-"))
                .map(folder::resolve)
                .orElseGet(() -> folder.resolve(source).resolveSibling(TARGET))
                .normalize();
        return new NewFile(file, (file.startsWith(folder) ? folder.relativize(file) : file).toString());
    }

    /** Refuses to write a file that would hide an existing one. */
    void refuseToReplace() {
        target().refuseIfThere();
        if (output.isEmpty()) {
            Path from = folder.resolve(source).normalize();
            ConfigFile.find(from.resolveSibling("."))
                    .map(Path::normalize)
                    .filter(found -> !found.equals(from))
                    .map(found -> String.valueOf(found.getFileName()))
                    .filter(name -> !SOURCES.contains(name))
                    .ifPresent(name -> {
                        throw target().refusal(name + " exists, and would no longer be read");
                    });
        }
    }
}
