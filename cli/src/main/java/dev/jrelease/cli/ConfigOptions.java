package dev.jrelease.cli;

import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.ReleaseOptions;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options for the configuration and its folder. */
final class ConfigOptions {
    private final OptionSpec file = Options.value(Path.class, "FILE", "-f", "--config")
            .description(
                    "The configuration. Default: the first of",
                    ".release.yaml, .release.yml, release.yaml,",
                    ".goreleaser-java.yaml, .goreleaser.yaml,",
                    ".goreleaser.yml. - is standard input.")
            .build();

    private final OptionSpec directory = WorkingDirectory.option();

    private final OptionSpec project = Options.value(Path.class, "DIR", "--project")
            .description("Run in this folder, whose tags are DIR/v1.2.3.")
            .build();

    void addTo(CommandSpec spec) {
        spec.addOption(file).addOption(directory).addOption(project);
    }

    private Optional<Path> project() {
        return Options.value(project, Path.class);
    }

    /** The environment of the run, in the given folder. */
    Environment in(Environment environment) {
        Environment outside = WorkingDirectory.in(environment, Options.value(directory, Path.class));
        return project()
                .map(inner -> WorkingDirectory.in(outside, Optional.of(inside(inner))))
                .orElse(outside);
    }

    private static Path inside(Path project) {
        Path folder = project.normalize();
        if (folder.isAbsolute() || folder.startsWith("..")) {
            throw ReleaseException.couldNot(FailureKind.USAGE, "release the project " + project)
                    .because("its tags have the name of its folder, which must be below the working directory")
                    .hint("run in the repository, or set it with -C")
                    .build();
        }
        return folder;
    }

    /** The options with the tag prefix of the project's folder. */
    ReleaseOptions forProject(ReleaseOptions options) {
        String name = project()
                .map(inner -> inside(inner).toString().replace('\\', '/'))
                .orElse("");
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

    /** Reads a file whose path starts at the folder of the run. Its includes start at its own folder. */
    static ConfigFile read(Path name, Path folder, Console console) {
        return isStandardInput(name)
                ? ConfigFile.read(console.in(), shown(name), folder)
                : ConfigFile.read(folder.resolve(name), shown(name));
    }

    /** The name of a file in messages. */
    static String shown(Path name) {
        return isStandardInput(name) ? "<stdin>" : name.toString();
    }

    static boolean isStandardInput(Path name) {
        return name.toString().equals("-");
    }

    /** The given file, or the first that exists. */
    Path file(Environment environment) {
        return Options.value(file, Path.class).orElseGet(() -> found(folder(environment)));
    }

    /** In GitHub Actions, shows problems also in the diff of a pull request. */
    void annotate(Console console, Environment environment) {
        console.annotate(GitHubAnnotations.inActions(environment, folder(environment), console.redactor()));
    }

    boolean namesFile() {
        return Options.value(file, Path.class).isPresent();
    }

    private static Path found(Path folder) {
        return ConfigFile.find(folder).map(folder::relativize).orElseThrow(() -> nothingIn(folder));
    }

    private static ReleaseException nothingIn(Path folder) {
        return ReleaseException.couldNot(FailureKind.CONFIGURATION, "find a configuration in " + folder)
                .because("there is no file " + String.join(", ", ConfigFile.NAMES))
                .hint("write a .release.yaml, or set the file with -f")
                .build();
    }
}
