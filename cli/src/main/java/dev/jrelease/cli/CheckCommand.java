package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.ReleaseException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jrelease check}: finds every mistake in configurations, knowing nothing of the world. */
@Command(
        name = "check",
        description = "Find every mistake in the configuration. Reads nothing else: no git, no network, no engine.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "Configurations to check, each by itself. Default: the one that would be released.")
    private List<Path> files = List.of();

    @Option(names = "--strict", description = "Take warnings for errors: exit with 3.")
    private boolean strict;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Format output = Format.text;

    /** As they are typed. */
    enum Format {
        text,
        json,
        github
    }

    CheckCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public Integer call() {
        List<CheckedFile> checked = checked();
        GitHubAnnotations annotations =
                GitHubAnnotations.of(environment, config.folder(environment), console.redactor());
        switch (output) {
            case text -> {
                config.annotate(console, environment);
                checked.forEach(this::show);
            }
            case json -> console.json(CheckJson.of(checked, strict, console.redactor()));
            case github ->
                checked.forEach(file -> {
                    file.problems().forEach(problem -> console.annotationResult(annotations.of(problem)));
                    console.result(file.summary(strict) + "\n");
                });
        }
        boolean ok = checked.stream().allMatch(file -> file.isOk(strict));
        return (ok ? ExitCode.DONE : ExitCode.CONFIGURATION).code();
    }

    private List<CheckedFile> checked() {
        try (Releaser releaser = new Releaser(config.in(environment), console.redactor(), now)) {
            return names().stream().map(name -> check(name, releaser)).toList();
        }
    }

    private List<Path> names() {
        List<Path> names = new ArrayList<>();
        if (config.namesFile() || files.isEmpty()) {
            names.add(config.file(environment));
        }
        names.addAll(files);
        return names;
    }

    private CheckedFile check(Path name, Releaser releaser) {
        try {
            ConfigFile file = config.read(name, environment, console);
            return CheckedFile.of(file.name(), releaser.check(file));
        } catch (ReleaseException failure) {
            return CheckedFile.unreadable(ConfigOptions.shown(name), failure);
        }
    }

    private void show(CheckedFile file) {
        console.problems(file.problems());
        console.result(file.summary(strict) + "\n");
        if (!file.environment().isEmpty()) {
            console.result("  needs the environment variables " + String.join(", ", file.environment()) + "\n");
        }
    }
}
