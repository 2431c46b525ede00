package dev.jrelease.cli;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.ReleaseOptions;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the configuration and everything it names are. */
final class ConfigOptions {
    @Option(
            names = {"-f", "--config"},
            paramLabel = "FILE",
            description = {
                "The configuration. Default: the first there is of",
                ".release.yaml, .release.yml, release.yaml,",
                ".goreleaser-java.yaml, .goreleaser.yaml,",
                ".goreleaser.yml. - is standard input."
            })
    private @Nullable Path file;

    @Option(
            names = {"-C", "--directory"},
            paramLabel = "DIR",
            description = "Run as if started in this folder.")
    private @Nullable Path directory;

    @Option(
            names = "--project",
            paramLabel = "DIR",
            description = "Run in this folder, for a project whose tags are called DIR/v1.2.3.")
    private @Nullable Path project;

    /** The environment of the run: paths are relative to the folder that was given. */
    Environment in(Environment environment) {
        Environment outside = WorkingDirectory.in(environment, directory);
        return project == null ? outside : WorkingDirectory.in(outside, inside(project));
    }

    private static Path inside(Path project) {
        Path folder = project.normalize();
        if (folder.isAbsolute() || folder.startsWith("..")) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "release the project " + project)
                    .because("its tags are called after its folder, which has to be below the one this runs in")
                    .hint("run in the repository, or name that with -C")
                    .build();
        }
        return folder;
    }

    /** The options with what the project's folder says of its tags. */
    ReleaseOptions forProject(ReleaseOptions options) {
        String name = project == null ? "" : inside(project).toString().replace('\\', '/');
        return name.isEmpty() ? options : options.withTagPrefix(name + "/");
    }

    /** The folder of the run. */
    Path folder(Environment environment) {
        return in(environment).workingDirectory();
    }

    ConfigFile configFile(Environment environment, Console console) {
        return read(file(environment), environment, console);
    }

    ConfigFile read(Path name, Environment environment, Console console) {
        return read(name, folder(environment), console);
    }

    /** Reads a file that is named as from the folder of the run; what it includes is looked for beside it. */
    static ConfigFile read(Path name, Path folder, Console console) {
        return isStandardInput(name)
                ? ConfigFile.read(console.in(), shown(name), folder)
                : ConfigFile.read(folder.resolve(name), shown(name));
    }

    /** What a file is called in messages. */
    static String shown(Path name) {
        return isStandardInput(name) ? "<stdin>" : name.toString();
    }

    static boolean isStandardInput(Path name) {
        return name.toString().equals("-");
    }

    /** The file that was named, or that is found. */
    Path file(Environment environment) {
        return Optional.ofNullable(file).orElseGet(() -> found(folder(environment)));
    }

    /** In GitHub Actions, problems are shown in the diff of a pull request from now on, too. */
    void annotate(Console console, Environment environment) {
        console.annotate(GitHubAnnotations.inActions(environment, folder(environment), console.redactor()));
    }

    boolean namesFile() {
        return file != null;
    }

    private static Path found(Path folder) {
        return ConfigFile.find(folder).map(folder::relativize).orElseThrow(() -> nothingIn(folder));
    }

    private static ReleaseException nothingIn(Path folder) {
        return ReleaseException.couldNot(FailureKind.CONFIGURATION, "find a configuration in " + folder)
                .because("there is none of " + String.join(", ", ConfigFile.NAMES))
                .hint("write a .release.yaml, or name a file with -f")
                .build();
    }
}
