package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.pipeline.CheckReport;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jrelease check}: finds every mistake in a configuration, knowing nothing of the world. */
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

    CheckCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public Integer call() {
        ConfigFile file = config.configFile(environment, console);
        try (Releaser releaser = new Releaser(config.in(environment), console.redactor(), now)) {
            CheckReport report = releaser.check(file);
            report.problems().throwIfErrors();
            console.problems(report.problems().list());
            console.result(file.name() + ": ok\n" + needs(report.environment()));
            return ExitCode.DONE.code();
        }
    }

    private static String needs(List<String> variables) {
        return variables.isEmpty() ? "" : "needs the environment variables " + String.join(", ", variables) + "\n";
    }
}
