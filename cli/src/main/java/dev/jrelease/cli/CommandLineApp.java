package dev.jrelease.cli;

import dev.jrelease.cli.progress.Paint;
import dev.jrelease.cli.progress.TerminalAccess;
import dev.jrelease.concurrent.Lazy;
import dev.jrelease.environment.Environment;
import dev.jrelease.secret.Redactor;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.UnmatchedArgumentException;

/** Parses the command line, runs a command, and returns an exit code. It throws nothing. */
public final class CommandLineApp {
    private static final List<String> HELP = List.of("help", "-h", "--help");
    private static final int LEAST_COLUMNS = 60;
    private static final int USUAL_COLUMNS = 80;
    private static final int MOST_COLUMNS = 120;

    private final Console console;
    private final Environment environment;
    private final Instant now;
    private final TerminalAccess terminal;

    /** Without a terminal. */
    public CommandLineApp(Environment environment, Instant now, InputStream in, PrintStream out, PrintStream err) {
        this(environment, now, in, out, err, TerminalAccess.NONE);
    }

    /**
     *
     * @param now the start of the run
     * @param in for {@code -f -}
     * @param out for results
     * @param err for progress, warnings and failures
     * @param terminal of out and err, if they are one
     */
    public CommandLineApp(
            Environment environment,
            Instant now,
            InputStream in,
            PrintStream out,
            PrintStream err,
            TerminalAccess terminal) {
        this.environment = environment;
        this.now = now;
        this.terminal = terminal;
        this.console = new Console(in, out, err, redactor(environment));
        console.paint(new Lazy<>(() -> Paint.of(environment, hasColours(environment) && terminal.showsErrors())));
        console.annotate(GitHubAnnotations.inActions(environment, environment.workingDirectory(), console.redactor()));
    }

    private static boolean hasColours(Environment environment) {
        return environment.variable("TERM").filter(type -> !type.equals("dumb")).isPresent();
    }

    private static Redactor redactor(Environment environment) {
        Redactor redactor = new Redactor();
        environment.secrets().forEach(redactor::learn);
        environment.proxyLogins().forEach(login -> redactor.learnSent(login.user(), login.password()));
        return redactor;
    }

    public int run(String... args) {
        try {
            return execute(args);
        } catch (RuntimeException | Error failure) {
            // picocli does not catch errors such as memory or stack that ran out.
            return new ProblemOutput(console).failure(failure);
        } finally {
            console.flush();
        }
    }

    private int execute(String... args) {
        CommandLine commandLine = new RootCommand().commandLine();
        commands().addTo(commandLine, List.of(args));
        if (Stream.of(args).allMatch(word -> word.startsWith("-"))
                || Stream.of(args).anyMatch(HELP::contains)) {
            commandLine.setUsageHelpWidth(helpColumns());
        }
        commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(console.outWriter())
                .setErr(console.errWriter())
                .setParameterExceptionHandler((problem, arguments) -> {
                    if (ReleaseRun.asksForJson(List.of(arguments))) {
                        console.logJson();
                    }
                    return new ProblemOutput(console).usage(problem);
                })
                .setExecutionStrategy(this::run)
                .setExecutionExceptionHandler((problem, command, result) -> new ProblemOutput(console).failure(problem))
                .setExitCodeExceptionMapper(problem -> ExitCode.BUG.code());
        return commandLine.execute(args);
    }

    /** With {@code --help}, picocli accepts any word for a command. */
    private int run(ParseResult given) {
        List<String> unknown = given.unmatched();
        boolean command = !given.hasSubcommand()
                && !unknown.isEmpty()
                && !unknown.getFirst().startsWith("-");
        return command
                ? new ProblemOutput(console)
                        .usage(new UnmatchedArgumentException(
                                given.commandSpec().commandLine(), unknown))
                : new RunLast().execute(given);
    }

    /** Lines that are much wider are hard to read. */
    private int helpColumns() {
        return Math.clamp(terminal.resultColumns().orElse(USUAL_COLUMNS), LEAST_COLUMNS, MOST_COLUMNS);
    }

    private Commands commands() {
        return new Commands()
                .add(
                        "init",
                        "Write a .release.yaml for this project and, where there is none, a Dockerfile. Replaces no file.",
                        List.of("--yes", "--yes --github --image ghcr.io/acme/hello"),
                        () -> new InitCommand(environment, console, now))
                .add(
                        "check",
                        "Find the mistakes in the configuration, without git, network and engine.",
                        List.of("", "--strict web/.release.yaml api/.release.yaml", "--output json"),
                        () -> new CheckCommand(environment, console, now))
                .add(
                        "plan",
                        "Show what release would do, with all templates rendered. Writes nothing.",
                        List.of("", "--snapshot --output json"),
                        () -> new PlanCommand(environment, console, now))
                .add(
                        "doctor",
                        "Look whether a release can begin: engine, emulation, disk, files, base images, registries"
                                + " and tags. Changes nothing.",
                        List.of("", "-f web/.release.yaml"),
                        () -> new DoctorCommand(environment, console, now, terminal))
                .add(
                        "release",
                        "Build the images of a tagged commit, combine them and publish them.",
                        List.of("--snapshot", "--clean", "--tag v1.2.3 --timeout 30m", "--log-format json"),
                        () -> new ReleaseCommand(environment, console, now, terminal))
                .add(
                        "build",
                        "Build and verify images into dist, and write to no registry.",
                        List.of("", "--platforms linux/arm64", "--snapshot"),
                        () -> new BuildCommand(environment, console, now, terminal))
                .add(
                        "publish",
                        "Publish images that were built before, as they are.",
                        List.of("", "oci:images"),
                        () -> new PublishCommand(environment, console, now, terminal))
                .add(
                        "promote",
                        "Give the images of a candidate the tags of a release, without building or sending them again.",
                        List.of("1.2.3-rc.1 1.2.3", "--dry-run 1.2.3-rc.1 --tag v1.2.3"),
                        () -> new PromoteCommand(environment, console, now, terminal))
                .add(
                        "rollback",
                        "Put floating tags back to what they held before the last release, as dist/ledger.json says."
                                + " Writes nothing where somebody has moved one since.",
                        List.of("", "-C ../project"),
                        () -> new RollbackCommand(environment, console, now))
                .add(
                        "inspect",
                        "Show an image or index: platforms, digests, sizes. With two, show where they differ.",
                        List.of(
                                "ghcr.io/acme/hello:1.2.3",
                                "--verbose oci:dist/oci",
                                "oci:dist/oci:acme/hello:1.2.3 acme/hello:1.2.3"),
                        () -> new InspectCommand(environment, console))
                .add(
                        "copy",
                        "Copy an image or index, and what refers to it, from one place to another: registries, layouts,"
                                + " archives of docker save, engines. Sends nothing that is there.",
                        List.of(
                                "ghcr.io/acme/hello:1.2.3 mirror.example/acme/hello:1.2.3",
                                "--platform linux/arm64 acme/hello:1.2.3 docker-archive:a.tar"),
                        () -> new CopyCommand(environment, console))
                .add(
                        "manifest",
                        "Make an index of images that something else built, and push it.",
                        List.of(
                                "create acme/hello:1 acme/hello:1-amd64 acme/hello:1-arm64",
                                "push oci:dist/oci:acme/hello:1.2.3 acme/hello:1.2.3"),
                        () -> new ManifestCommand(environment, console))
                .add(
                        "report",
                        "Write an HTML page about the last release: tags before and after, layers, time.",
                        List.of("", "dist -o release.html"),
                        () -> new ReportCommand(environment, console))
                .add(
                        "serve",
                        "Serve a layout as a registry on loopback, for docker run.",
                        List.of("", "oci:images --port 0"),
                        () -> new ServeCommand(environment, console))
                .add(
                        "migrate",
                        "Make a .release.yaml from a .goreleaser.yaml. Its lines change as little as possible, and"
                                + " both files have the same plan. Changes are reported with their place.",
                        List.of("", ".goreleaser.yml -o -"),
                        () -> new MigrateCommand(environment, console, now))
                .add(
                        "schema",
                        "Print the JSON Schema of the configuration, for editors.",
                        List.of("", "--goreleaser"),
                        () -> new SchemaCommand(environment, console, now))
                .add(
                        "completion",
                        "Print a script that completes commands and options in a shell.",
                        List.of("bash", "zsh", "fish"),
                        () -> new CompletionCommand(console, this::wholeModel))
                .add(
                        "man",
                        "Print the manual page, for man.",
                        List.of(""),
                        () -> new ManCommand(console, this::wholeModel));
    }

    private CommandLine wholeModel() {
        return commands().allOf(new RootCommand().commandLine());
    }
}
