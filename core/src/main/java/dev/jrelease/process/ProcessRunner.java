package dev.jrelease.process;

import dev.jrelease.concurrent.Capture;
import dev.jrelease.concurrent.Worker;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs programs to their end. */
public final class ProcessRunner {
    /** How long output may still come after the end of the program. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    private static final long BETWEEN_LOOKS = 200;
    private static final int MOST_ERRORS = 1 << 20;

    private final Environment environment;

    public ProcessRunner(Environment environment) {
        this.environment = environment;
    }

    /**
     * Runs a program and waits for it. An exit code other than 0 is a result, not an exception.
     *
     * @throws ReleaseException of kind ENVIRONMENT if the program cannot be started
     * @throws InterruptedException if the thread is interrupted; the program is killed then
     */
    public ProcessResult run(Command command) throws InterruptedException {
        try {
            Path errors = Files.createTempFile("jrelease", ".err");
            try {
                return run(command, errors);
            } finally {
                Files.deleteIfExists(errors);
            }
        } catch (IOException problem) {
            throw ReleaseException.could(FailureKind.ENVIRONMENT, "run " + command.program())
                    .because(problem)
                    .build();
        }
    }

    /** Errors go through a file, so that there is only one stream to read; results do not, for they may be secrets. */
    private ProcessResult run(Command command, Path errors) throws IOException, InterruptedException {
        Process process = start(command, errors);
        try {
            ProcessResult result =
                    Worker.interruptibly(command.program(), () -> await(process, command, errors), () -> kill(process));
            if (Thread.interrupted()) {
                throw new InterruptedException(command.program() + " was stopped");
            }
            return result;
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessResult await(Process process, Command command, Path errors)
            throws IOException, InterruptedException {
        try (OutputStream input = process.getOutputStream()) {
            input.write(command.input().getBytes(StandardCharsets.UTF_8));
        } catch (IOException programDidNotReadIt) {
            // Its exit code and its own words say more than a broken pipe.
        }
        Command.Limit limit = command.limit();
        Capture output = Capture.start(command.program(), process.getInputStream(), limit.bytes(), () -> kill(process));
        awaitExit(process, command, errors);
        byte[] bytes = output.bytes(GRACE);
        if (output.overflowed()) {
            throw tooMuch(command);
        }
        return new ProcessResult(process.exitValue(), new String(bytes, StandardCharsets.UTF_8), text(errors));
    }

    /** A program that it started may hold its output open: only its own end counts. */
    private static void awaitExit(Process process, Command command, Path errors)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + command.limit().time().toNanos();
        while (!process.waitFor(BETWEEN_LOOKS, TimeUnit.MILLISECONDS)) {
            if (Files.size(errors) > command.limit().bytes()) {
                kill(process);
                throw tooMuch(command);
            }
            if (System.nanoTime() - deadline > 0) {
                kill(process);
                throw failure(
                        command,
                        "it did not end within " + command.limit().time().toSeconds() + " s");
            }
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static ReleaseException tooMuch(Command command) {
        return failure(command, "it printed more than " + (command.limit().bytes() >> 10) + " KiB");
    }

    private static ReleaseException failure(Command command, String why) {
        return ReleaseException.could(FailureKind.ENVIRONMENT, "run " + command.program())
                .because(why)
                .build();
    }

    private Process start(Command command, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(command.directory().toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment.variables());
        builder.environment().putAll(command.variables());
        try {
            return builder.start();
        } catch (IOException notStarted) {
            throw StartFailure.of(command, notStarted);
        }
    }

    private static String text(Path file) throws IOException {
        try (InputStream words = Files.newInputStream(file)) {
            return new String(words.readNBytes(MOST_ERRORS), StandardCharsets.UTF_8);
        }
    }
}
