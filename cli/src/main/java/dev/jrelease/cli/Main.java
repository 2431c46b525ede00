package dev.jrelease.cli;

import dev.jrelease.concurrent.Shutdown;
import dev.jrelease.environment.Environment;
import java.nio.file.Path;
import java.time.Instant;

/** Starts the command line. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Path home = Path.of(System.getProperty("user.home"));
        Path here = Path.of("").toAbsolutePath();
        Environment environment = new Environment(System.getenv(), home, here);
        int code;
        try (Shutdown shutdown = Shutdown.interruptsThisThread(ExitCode.INTERRUPTED.code())) {
            code = new CommandLineApp(environment, Instant.now(), System.in, System.out, System.err).run(args);
            shutdown.finish(code);
        }
        System.exit(code);
    }
}
