package dev.jrelease.cli;

import dev.jrelease.environment.Environment;
import dev.jrelease.secret.Redactor;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.Instant;
import picocli.CommandLine;

/** Parses the command line, runs a command, and answers with an exit code. Nothing is thrown past here. */
public final class CommandLineApp {
    private final Console console;
    private final Environment environment;
    private final Instant now;

    /**
     * @param now when the run began
     * @param in what {@code -f -} reads
     * @param out for results
     * @param err for progress, warnings and failures
     */
    public CommandLineApp(Environment environment, Instant now, InputStream in, PrintStream out, PrintStream err) {
        this.environment = environment;
        this.now = now;
        this.console = new Console(in, out, err, redactor(environment));
        console.annotate(GitHubAnnotations.inActions(environment, environment.workingDirectory(), console.redactor()));
    }

    private static Redactor redactor(Environment environment) {
        Redactor redactor = new Redactor();
        environment.secrets().forEach(redactor::learn);
        environment.proxyLogins().forEach(redactor::learnSent);
        return redactor;
    }

    public int run(String... args) {
        try {
            return execute(args);
        } catch (RuntimeException | Error failure) {
            // picocli lets through what is no exception of a command: memory or stack that ran out.
            return console.failure(failure);
        } finally {
            console.flush();
        }
    }

    private int execute(String... args) {
        CommandLine commandLine = new CommandLine(new RootCommand())
                .addSubcommand(new CheckCommand(environment, console, now))
                .addSubcommand(new PlanCommand(environment, console, now))
                .addSubcommand(new ReleaseCommand(environment, console, now))
                .addSubcommand(new InspectCommand(environment, console))
                .addSubcommand(new MigrateCommand(environment, console, now))
                .addSubcommand(new SchemaCommand(environment, console, now))
                .addSubcommand(new CommandLine.HelpCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(console.outWriter())
                .setErr(console.errWriter())
                .setParameterExceptionHandler((problem, arguments) -> console.usage(problem))
                .setExecutionExceptionHandler((problem, command, result) -> console.failure(problem));
        commandLine.getCommandSpec().usageMessage().exitCodeList(ExitCode.meanings());
        commandLine.setExitCodeExceptionMapper(problem -> ExitCode.BUG.code());
        return commandLine.execute(args);
    }
}
