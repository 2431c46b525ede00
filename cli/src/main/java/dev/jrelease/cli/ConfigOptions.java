package dev.jrelease.cli;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration and everything it names are. */
final class ConfigOptions {
    @Option(
            names = {"-f", "--config"},
            paramLabel = "FILE",
            description = "The configuration. Default: the first there is of .release.yaml, .release.yml, release.yaml,"
                    + " .goreleaser-java.yaml, .goreleaser.yaml, .goreleaser.yml. - is standard input.")
    private @Nullable Path file;

    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            description = "Run as if started in this folder.")
    private @Nullable Path directory;

    /** The environment of the run: paths are relative to the folder that was given. */
    Environment in(Environment environment) {
        if (directory == null) {
            return environment;
        }
        Path folder = environment.workingDirectory().resolve(directory).normalize();
        if (!Files.isDirectory(folder)) {
            throw ReleaseException.could(FailureKind.USAGE, "run in " + directory)
                    .because("there is no such folder")
                    .build();
        }
        return environment.in(folder);
    }

    /** Reads the configuration; what it includes is looked for beside it, or in the folder of the run. */
    ConfigFile configFile(Environment environment, Console console) {
        Path folder = in(environment).workingDirectory();
        if (file != null && file.toString().equals("-")) {
            return ConfigFile.read(console.in(), "<stdin>", folder);
        }
        if (file != null) {
            return ConfigFile.read(folder.resolve(file), file.toString());
        }
        Path found = ConfigFile.find(folder).orElseThrow(() -> nothingIn(folder));
        return ConfigFile.read(found, folder.relativize(found).toString());
    }

    private static ReleaseException nothingIn(Path folder) {
        return ReleaseException.could(FailureKind.CONFIGURATION, "find a configuration in " + folder)
                .because("there is none of " + String.join(", ", ConfigFile.NAMES))
                .hint("write a .release.yaml, or name a file with -f")
                .build();
    }
}
