package dev.jrelease.process;

import dev.jrelease.concurrent.LineReading;
import dev.jrelease.concurrent.OutputCapture;
import dev.jrelease.concurrent.Worker;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Runs programs to their end. */
public final class ProcessRunner {
    /** How long to wait for output after the end of the program. */
    private static final Duration GRACE = Duration.ofSeconds(2);

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
            return runToEnd(command);
        } catch (IOException problem) {
            throw couldNotRun(command).because(problem).build();
        }
    }

    private ProcessResult runToEnd(Command command) throws IOException, InterruptedException {
        Process process = start(command, false);
        try {
            ProcessResult result =
                    Worker.interruptibly(command.program(), () -> await(process, command), () -> kill(process));
            if (Thread.interrupted()) {
                throw new InterruptedException(command.program() + " was stopped");
            }
            return result;
        } finally {
            process.destroyForcibly();
        }
    }

    private static ProcessResult await(Process process, Command command) throws IOException, InterruptedException {
        Command.Limit limit = command.limit();
        OutputCapture output = capture(process, process.getInputStream(), command);
        OutputCapture errors = capture(process, process.getErrorStream(), command);
        try (OutputStream input = process.getOutputStream()) {
            input.write(command.input().getBytes(StandardCharsets.UTF_8));
        } catch (IOException programDidNotReadIt) {
            // The exit code and the output of the program say more than a broken pipe.
        }
        awaitExit(process, command);
        Duration grace = GRACE.compareTo(limit.time()) < 0 ? GRACE : limit.time();
        String words = new String(output.bytes(grace), StandardCharsets.UTF_8);
        String errorWords = new String(errors.bytes(grace), StandardCharsets.UTF_8);
        if (output.overflowed() || errors.overflowed()) {
            throw failure(command, "it printed more than " + (limit.bytes() >> 10) + " KiB");
        }
        return new ProcessResult(process.exitValue(), words, errorWords);
    }

    /**
     * Runs a program and passes each line of its output to a listener, standard output and standard error as one. The
     * program reads nothing from its standard input.
     *
     * @return its exit code
     * @throws ReleaseException of kind ENVIRONMENT if the program cannot be started, or exceeds its time limit
     * @throws InterruptedException if the thread is interrupted; the program is killed then
     */
    public int follow(Command command, Consumer<String> lines) throws InterruptedException {
        try {
            Process process = start(command, true);
            try {
                return Worker.interruptibly(
                        command.program(), () -> awaitLines(process, command, lines), () -> kill(process));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException problem) {
            throw couldNotRun(command).because(problem).build();
        }
    }

    private static int awaitLines(Process process, Command command, Consumer<String> lines)
            throws IOException, InterruptedException {
        LineReading reading = LineReading.start(command.program(), process.getInputStream(), lines);
        process.getOutputStream().close();
        awaitExit(process, command);
        reading.finish(GRACE);
        return process.exitValue();
    }

    private static OutputCapture capture(Process process, InputStream from, Command command) {
        return OutputCapture.start(command.program(), from, command.limit().bytes(), () -> kill(process));
    }

    /** Waits for the program only: a child process may keep its output open. */
    private static void awaitExit(Process process, Command command) throws InterruptedException {
        if (!process.waitFor(command.limit().time().toMillis(), TimeUnit.MILLISECONDS)) {
            kill(process);
            throw failure(
                    command,
                    "it did not end within "
                            + Math.max(1, command.limit().time().toSeconds()) + " s");
        }
    }

    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static ReleaseException failure(Command command, String why) {
        return couldNotRun(command).because(why).build();
    }

    private static ReleaseException.Builder couldNotRun(Command command) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "run " + command.program());
    }

    private Process start(Command command, boolean oneOutput) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(ProgramSearch.arguments(command))
                .directory(command.directory().toFile());
        builder.redirectErrorStream(oneOutput);
        builder.environment().clear();
        builder.environment().putAll(environment.variables());
        builder.environment().putAll(command.variables());
        try {
            return builder.start();
        } catch (IOException notStarted) {
            throw StartFailure.of(command, notStarted);
        }
    }
}
