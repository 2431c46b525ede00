package dev.jrelease.process;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
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
            Path output = Files.createTempFile("jrelease", ".out");
            Path errors = Files.createTempFile("jrelease", ".err");
            try {
                return run(command, output, errors);
            } finally {
                Files.deleteIfExists(output);
                Files.deleteIfExists(errors);
            }
        } catch (IOException problem) {
            throw ReleaseException.could(FailureKind.ENVIRONMENT, "run " + command.program())
                    .because(problem)
                    .build();
        }
    }

    /** Output goes through files: no thread has to read two streams at once, and no full pipe stops the program. */
    private ProcessResult run(Command command, Path output, Path errors) throws IOException, InterruptedException {
        Process process = start(command, output, errors);
        try (var input = process.getOutputStream()) {
            input.write(command.input().getBytes(StandardCharsets.UTF_8));
        } catch (IOException programDidNotReadIt) {
            // Its exit code and its own words say more than a broken pipe.
        }
        try {
            int exitCode = process.waitFor();
            return new ProcessResult(exitCode, text(output), text(errors));
        } finally {
            process.destroyForcibly();
        }
    }

    private Process start(Command command, Path output, Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(command.directory().toFile())
                .redirectOutput(output.toFile())
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
