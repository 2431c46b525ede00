package dev.jrelease.process;

/** What a program printed, and how it ended. */
public record ProcessResult(int exitCode, String output, String errors) {

    public boolean succeeded() {
        return exitCode == 0;
    }
}
