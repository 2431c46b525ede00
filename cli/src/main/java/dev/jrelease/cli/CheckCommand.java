package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.ReleaseException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** {@code jrelease check}: finds the mistakes in configurations, without git, network and engine. */
final class CheckCommand implements Command {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    private final ConfigOptions config = new ConfigOptions();

    private final PositionalParamSpec files = PositionalParamSpec.builder()
            .arity("0..*")
            .type(List.class)
            .auxiliaryTypes(Path.class)
            .paramLabel("FILE")
            .description("Configurations to check, one by one. Default: the one that would be released.")
            .build();

    private final OptionSpec strict = Options.flag("--strict", "Treat warnings as errors: exit with 3.");

    private final OptionSpec output = Options.value(Format.class, "FORMAT", "--output")
            .defaultValue("text")
            .description("The form: ${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
            .build();

    /** The names on the command line. */
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
    public void addOptions(CommandSpec spec) {
        config.addTo(spec);
        spec.addPositional(files).addOption(strict).addOption(output);
    }

    @Override
    public Integer call() {
        boolean strictly = Options.isGiven(strict);
        List<CheckedFile> checked = checked();
        GitHubAnnotations annotations =
                GitHubAnnotations.of(environment, config.folder(environment), console.redactor());
        switch (Options.value(output, Format.class).orElse(Format.text)) {
            case text -> {
                config.annotate(console, environment);
                checked.forEach(this::show);
            }
            case json -> console.json(CheckJson.of(checked, strictly, console.redactor()));
            case github ->
                checked.forEach(file -> {
                    file.problems().forEach(problem -> console.annotationResult(annotations.of(problem)));
                    console.result(file.summary(strictly) + "\n");
                });
        }
        boolean ok = checked.stream().allMatch(file -> file.isOk(strictly));
        return (ok ? ExitCode.DONE : ExitCode.CONFIGURATION).code();
    }

    private List<CheckedFile> checked() {
        try (Releaser releaser = new Releaser(config.in(environment), console.redactor(), now)) {
            return names().stream().map(name -> check(name, releaser)).toList();
        }
    }

    private List<Path> names() {
        List<Path> names = new ArrayList<>();
        List<Path> given = Options.values(files, Path.class);
        if (config.namesFile() || given.isEmpty()) {
            names.add(config.file(environment));
        }
        names.addAll(given);
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
        new ProblemOutput(console).print(file.problems());
        console.result(file.summary(Options.isGiven(strict)) + "\n");
        if (!file.environment().isEmpty()) {
            console.result("  needs the environment variables " + String.join(", ", file.environment()) + "\n");
        }
    }
}
