package dev.jrelease.cli;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration and everything it names are. */
final class ConfigOptions {
    @Option(
            names = {"-f", "--config"},
            paramLabel = "FILE",
            description = "The configuration. Default: the first there is of .release.yaml, .release.yml, release.yaml,"
                    + " .goreleaser-java.yaml, .goreleaser.yaml, .goreleaser.yml.")
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
        return environment.in(environment.workingDirectory().resolve(directory).normalize());
    }

    ConfigFile configFile(Environment environment) {
        Path folder = in(environment).workingDirectory();
        return file == null ? ConfigFile.find(folder) : ConfigFile.read(folder, file);
    }
}
