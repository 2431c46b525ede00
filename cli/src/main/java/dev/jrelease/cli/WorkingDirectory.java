package dev.jrelease.cli;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;

/** The option {@code -C}. */
final class WorkingDirectory {
    private WorkingDirectory() {}

    static OptionSpec option() {
        return Options.value(Path.class, "DIR", "-C", "--directory")
                .description("Run as if started in this folder.")
                .build();
    }

    /** The environment of a run in the given folder. */
    static Environment in(Environment environment, Optional<Path> directory) {
        return directory.map(given -> in(environment, given)).orElse(environment);
    }

    private static Environment in(Environment environment, Path directory) {
        Path folder = environment.workingDirectory().resolve(directory).normalize();
        if (!Files.isDirectory(folder)) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "run in " + directory)
                    .because("there is no such folder")
                    .build();
        }
        return environment.in(folder);
    }
}
