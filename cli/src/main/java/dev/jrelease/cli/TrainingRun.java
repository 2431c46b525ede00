package dev.jrelease.cli;

/**
 * Runs several commands in one JVM. What they load is what the ahead-of-time caches hold that are made when jrelease is
 * packaged; a release never comes here.
 */
final class TrainingRun {
    private TrainingRun() {}

    /** Each argument is a command, with blanks between its words. */
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
