package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.concurrent.TimeLimit;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.duration.GoDuration;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.report.ReleaseReport;
import java.time.Instant;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jrelease release}: builds, combines and publishes. */
@Command(
        name = "release",
        description = "Build the images of a tagged commit, combine them and publish them.",
        mixinStandardHelpOptions = true)
final class ReleaseCommand implements Callable<Integer> {
    private final Environment environment;
    private final Console console;
    private final Instant now;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private RunOptions run = new RunOptions();

    @Option(names = "--verbose", description = "Show what the builds print.")
    private boolean verbose;

    ReleaseCommand(Environment environment, Console console, Instant now) {
        this.environment = environment;
        this.console = console;
        this.now = now;
    }

    @Override
    public Integer call() throws InterruptedException {
        config.annotate(console, environment);
        ConfigFile file = config.configFile(environment, console);
        ReleaseOptions options = config.forProject(run.options());
        try (Releaser releaser = new Releaser(config.in(environment), console.redactor(), now);
                TimeLimit limit = TimeLimit.of(options.timeout())) {
            Problems problems = new Problems();
            ReleasePlan plan = releaser.plan(file, options, problems);
            console.problems(problems.list());
            ReleaseReport report = releaser.release(plan, new ConsoleListener(console, verbose));
            console.result(ReportText.of(report, plan));
            if (report.failure().isPresent()) {
                return console.failure(
                        limit.passed()
                                ? outOfTime(options)
                                : problems.withLines(report.failure().get()));
            }
            return ExitCode.DONE.code();
        }
    }

    private static ReleaseException outOfTime(ReleaseOptions options) {
        return ReleaseException.couldNot(FailureKind.INTERRUPTED, "finish the release")
                .because("it took longer than --timeout allows: "
                        + options.timeout().map(GoDuration::text).orElse(""))
                .build();
    }
}
