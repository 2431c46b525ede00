package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Problems;
import dev.jrelease.publish.Rollback;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code jrelease rollback}: puts floating tags back to what they held before the last release. */
final class RollbackCommand implements Command {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    private final ConfigOptions config = new ConfigOptions();
    private final OptionSpec dryRun = Options.flag("--dry-run", "Print what would happen, and write nothing.");

    RollbackCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        config.addTo(spec);
        spec.addOption(dryRun);
    }

    @Override
    public Integer call() {
        config.annotate(console, environment);
        ConfigFile file = config.configFile(environment, console);
        try (Releaser releaser = new Releaser(config.in(environment), console.redactor(), now)) {
            Problems problems = new Problems();
            Rollback.Outcome outcome = releaser.rollback(file, Options.isGiven(dryRun), problems);
            new ProblemOutput(console).print(problems.list());
            console.result(words(outcome));
            outcome.failure().ifPresent(failure -> {
                throw failure;
            });
            return (outcome.leftOut().isEmpty() ? ExitCode.DONE : ExitCode.MIRROR).code();
        }
    }

    private static String words(Rollback.Outcome outcome) {
        if (outcome.results().isEmpty()
                && outcome.leftOut().isEmpty()
                && outcome.failure().isEmpty()) {
            return "the last release moved no floating tag\n";
        }
        return Stream.concat(
                        outcome.results().stream().map(result -> result.tag() + "  " + result.words()),
                        outcome.leftOut().stream().map(mirror -> "left out: " + mirror.text()))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
    }
}
