package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.environment.Environment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is wrong with the program itself ends in words and exit code 70, whatever kind of throwable it is. */
class ErrorsTest {

    static Stream<Supplier<Throwable>> failures() {
        return Stream.of(
                () -> new OutOfMemoryError("Java heap space"),
                ErrorsTest::overflow,
                () -> new IllegalStateException("a bug"),
                () -> new ExceptionInInitializerError("a class that cannot be loaded"));
    }

    /** As deep as a trace of one is. */
    private static Throwable overflow() {
        StackOverflowError error = new StackOverflowError();
        StackTraceElement[] frames = new StackTraceElement[1024];
        Arrays.fill(frames, error.getStackTrace()[0]);
        error.setStackTrace(frames);
        return error;
    }

    @ParameterizedTest
    @MethodSource("failures")
    void endInWordsAndAnExitCode(Supplier<Throwable> failure, @TempDir Path folder) {
        Throwable thrown = failure.get();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new CommandLineApp(
                        new Environment(Map.of(), folder, folder),
                        Instant.EPOCH,
                        failing(thrown),
                        new PrintStream(OutputStream.nullOutputStream()),
                        new PrintStream(err, true, StandardCharsets.UTF_8))
                .run("check", "-f", "-");

        assertThat(code).isEqualTo(ExitCode.BUG.code());
        assertThat(err.toString(StandardCharsets.UTF_8))
                .startsWith("jrelease: this is a bug in jrelease; please report it with what follows\n" + thrown)
                .contains("\tat ")
                .satisfies(words -> assertThat(words.lines().count()).isLessThan(70));
    }

    private static InputStream failing(Throwable thrown) {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                return read(new byte[1], 0, 1);
            }

            @Override
            public int read(byte[] bytes, int from, int length) throws IOException {
                switch (thrown) {
                    case Error error -> throw error;
                    case RuntimeException exception -> throw exception;
                    default -> throw new IOException(thrown);
                }
            }
        };
    }
}
