package dev.jrelease.cli;

/**
 * Runs several commands in one JVM, to record the ahead-of-time cache when jrelease is packaged. A release does not use
 * it.
 */
final class TrainingRun {
    private TrainingRun() {}

    /** Each argument is a command with its words separated by spaces. */
    public static void main(String[] commands) {
        for (String command : commands) {
            int code = Main.run(command.split(" ", -1));
            if (code != ExitCode.DONE.code()) {
                System.err.println("jrelease " + command + " ended with exit code " + code);
                System.exit(code);
            }
        }
    }
}
