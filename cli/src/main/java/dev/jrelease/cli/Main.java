package dev.jrelease.cli;

import dev.jrelease.cli.progress.SystemTerminal;
import dev.jrelease.concurrent.Shutdown;
import dev.jrelease.environment.Environment;
import java.nio.file.Path;
import java.time.Instant;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        int code = run(args);
        System.out.flush();
        System.err.flush();
        // Not exit(): that loads the JDK's logging, to log that it was called.
        Runtime.getRuntime().halt(code);
    }

    /** Runs one command, and returns the exit code. */
    static int run(String... args) {
        // Several threads may log for the first time at once, which the library remarks on.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        Path here = Path.of("").toAbsolutePath();
        Environment environment = new Environment(System.getenv(), home(), here);
        try (Shutdown shutdown = Shutdown.interruptsThisThread(ExitCode.INTERRUPTED.code())) {
            int code = new CommandLineApp(
                            environment, Instant.now(), System.in, System.out, System.err, new SystemTerminal())
                    .run(args);
            shutdown.finish(code);
            return code;
        }
    }

    /** The folder that docker takes: in a container of a CI system, that of the user is often another one. */
    private static Path home() {
        String home = System.getenv("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home);
    }
}
