package dev.jrelease.process;

import dev.jrelease.concurrent.Worker;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs programs to their end. */
public final class ProcessRunner {
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
            ProcessResult result = Worker.interruptibly(
                    command.program(), () -> await(process, command, errors), process::destroyForcibly);
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
        byte[] output = process.getInputStream().readAllBytes();
        return new ProcessResult(process.waitFor(), new String(output, StandardCharsets.UTF_8), text(errors));
    }

    private Process start(Command command, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(command.directory().toFile())
                .redirectError(errors.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment.variables());
        builder.environment().putAll(command.variables());
        return builder.start();
    }

    private static String text(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    }
}
