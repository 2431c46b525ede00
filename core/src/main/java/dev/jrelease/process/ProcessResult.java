package dev.jrelease.process;

/** The output of a program and its exit code. */
public record ProcessResult(int exitCode, String output, String errors) {

    public boolean succeeded() {
        return exitCode == 0;
    }
}
