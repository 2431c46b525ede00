package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.cli.progress.Detail;
import dev.jrelease.cli.progress.ProgressView;
import dev.jrelease.cli.progress.TerminalAccess;
import dev.jrelease.concurrent.TimeLimit;
import dev.jrelease.config.ConfigFile;
import dev.jrelease.dist.DistFolder;
import dev.jrelease.duration.GoDuration;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Problems;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.pipeline.ReleaseOptions;
import dev.jrelease.pipeline.ReleasePlan;
import dev.jrelease.publish.Outcome.LeftOut;
import dev.jrelease.report.ReleaseListener;
import dev.jrelease.report.ReleaseReport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Runs a release, or a part of it, for a command, and shows what happens. */
final class ReleaseRun {
    private final Environment environment;
    private final Console console;
    private final Instant now;
    private final TerminalAccess terminal;

    private final ConfigOptions config = new ConfigOptions();
    private final OptionSpec verbose = Options.flag("--verbose", "Show every step and the output of builds.");
    private final OptionSpec quiet = Options.flag("--quiet", "Show warnings, failures and results only.");

    private final OptionSpec logFormat = Options.value(Format.class, "FORMAT", "--log-format")
            .defaultValue("text")
            .description("How progress is shown: text, or json, which is an object on each line. Default:"
                    + " ${DEFAULT-VALUE}.")
            .build();

    /** As they are typed. */
    enum Format {
        text,
        json
    }

    ReleaseRun(Environment environment, Console console, Instant now, TerminalAccess terminal) {
        this.environment = environment;
        this.console = console;
        this.now = now;
        this.terminal = terminal;
    }

    /** Whether a command line asks for a log of JSON, also if the rest of it is not valid. */
    static boolean asksForJson(List<String> arguments) {
        return String.join("=", arguments).toLowerCase(Locale.ROOT).contains("--log-format=json");
    }

    void addTo(CommandSpec spec) {
        config.addTo(spec);
        spec.addArgGroup(ArgGroupSpec.builder()
                .addArg(verbose)
                .addArg(quiet)
                .exclusive(true)
                .build());
        spec.addOption(logFormat);
    }

    int run(ReleaseOptions asked) throws InterruptedException {
        annotate();
        long begun = System.nanoTime();
        ConfigFile file = config.configFile(environment, console);
        ReleaseOptions options = config.forProject(asked);
        try (Releaser releaser = new Releaser(config.in(environment), console.redactor(), now);
                TimeLimit limit = TimeLimit.of(options.timeout())) {
            Problems problems = new Problems();
            ReleasePlan plan = releaser.plan(file, options, problems);
            new ProblemOutput(console).print(problems.list());
            ReleaseReport report = release(releaser, plan);
            String layout = plan.dist() + "/" + DistFolder.IMAGES;
            ReportTable table =
                    new ReportTable(report, layout, terminal.resultColumns().orElse(80));
            Duration took = Duration.ofNanos(System.nanoTime() - begun);
            console.result(
                    terminal.showsResults() ? table.text(plan.projectName(), took) : ReportText.of(report, layout));
            GitHubResults.inActions(environment, console.redactor())
                    .ifPresent(results -> results.write(plan, report, table.end(plan.projectName(), took)));
            if (report.failure().isPresent()) {
                return new ProblemOutput(console)
                        .failure(
                                limit.passed()
                                        ? outOfTime(options)
                                        : problems.withLines(report.failure().get()));
            }
            boolean complete = report.produced(LeftOut.class).isEmpty();
            return (complete ? ExitCode.DONE : ExitCode.MIRROR).code();
        }
    }

    /** Shows what a release would do, and whether it can begin. */
    int look(ReleaseOptions asked) throws InterruptedException {
        config.annotate(console, environment);
        ConfigFile file = config.configFile(environment, console);
        try (Releaser releaser = new Releaser(config.in(environment), console.redactor(), now)) {
            Problems problems = new Problems();
            ReleasePlan plan = releaser.plan(file, config.forProject(asked), problems);
            new ProblemOutput(console).print(problems.list());
            console.plan(plan.text() + "\n");
            return DoctorList.show(releaser, plan, console, terminal);
        }
    }

    private boolean logsJson() {
        return Options.value(logFormat, Format.class).orElse(Format.text) == Format.json;
    }

    private void annotate() {
        if (logsJson()) {
            console.logJson();
        } else {
            config.annotate(console, environment);
            console.maskInRunner();
        }
    }

    private ReleaseReport release(Releaser releaser, ReleasePlan plan) {
        if (logsJson()) {
            return releaser.release(plan, new JsonListener(console));
        }
        ProgressDisplay display = new ProgressDisplay(environment, console, terminal, now);
        try (ProgressView view = display.open(detail())) {
            return releaser.release(
                    plan, ReleaseListener.all(new GitHubListener(console, detail() != Detail.QUIET), view));
        } finally {
            console.showOnError();
        }
    }

    private Detail detail() {
        if (Options.isGiven(quiet)) {
            return Detail.QUIET;
        }
        return Options.isGiven(verbose) ? Detail.VERBOSE : Detail.NORMAL;
    }

    private static ReleaseException outOfTime(ReleaseOptions options) {
        return ReleaseException.couldNot(FailureKind.INTERRUPTED, "finish the release")
                .because("it took longer than --timeout allows: "
                        + options.timeout().map(GoDuration::text).orElse(""))
                .build();
    }
}
