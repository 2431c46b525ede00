package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.cli.progress.TerminalAccess;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.Problems;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import java.time.Instant;
import picocli.CommandLine.Model.CommandSpec;

/** {@code jrelease doctor}: looks at everything that a release needs before its first stage, and changes nothing. */
final class DoctorCommand implements Command {
    private final Environment environment;
    private final Console console;
    private final Instant now;
    private final TerminalAccess terminal;

    private final ConfigOptions config = new ConfigOptions();

    DoctorCommand(Environment environment, Console console, Instant now, TerminalAccess terminal) {
        this.environment = environment;
        this.console = console;
        this.now = now;
        this.terminal = terminal;
    }

    @Override
    public void addOptions(CommandSpec spec) {
        config.addTo(spec);
    }

    @Override
    public Integer call() throws InterruptedException {
        config.annotate(console, environment);
        ConfigFile file = config.configFile(environment, console);
        try (Releaser releaser = new Releaser(config.in(environment), console.redactor(), now)) {
            Problems problems = new Problems();
            ReleasePlan plan = releaser.plan(file, config.forProject(ReleaseOptions.release()), problems);
            new ProblemOutput(console).print(problems.list());
            return DoctorList.show(releaser, plan, console, terminal);
        }
    }
}
