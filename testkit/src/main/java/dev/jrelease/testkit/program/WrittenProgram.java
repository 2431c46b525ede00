package dev.jrelease.testkit.program;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * Writes files that may be executed.
 *
 * <p>Another process writes them. A file that this process writes may be open in a child that another thread starts at
 * the same moment, and Linux executes no file that is open for writing.
 */
public final class WrittenProgram {
    private WrittenProgram() {}

    /**
     * Writes a script of {@code /bin/sh}.
     *
     * @param script without the first line, which names the shell
     */
    public static Path script(Path file, String script) {
        return write(file, ("#!/bin/sh\n" + script + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** Writes a file that everybody may execute; a file that is there is replaced. */
    public static Path write(Path file, byte[] content) {
        try {
            Process install = new ProcessBuilder("install", "-m", "755", "/dev/stdin", file.toString())
                    .redirectErrorStream(true)
                    .start();
            try (OutputStream input = install.getOutputStream()) {
                input.write(content);
            }
            String output = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (install.waitFor() != 0) {
                throw new IOException("install: " + output);
            }
            return file;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", stop));
        }
    }
}
