package dev.jrelease.process;

import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says why a program did not start. The JDK's message names a function and an error number. */
final class StartFailure {
    /** How that message ends: {@code error=13, Permission denied} or {@code error: 13 (Permission denied)}. */
    private static final Pattern SYSTEM_ERROR = Pattern.compile("error[=:] ?(\\d+)[, (]+([^)]+)");

    private static final String NO_SUCH_FILE = "2";

    private StartFailure() {}

    static IOException of(Command command, IOException notStarted) {
        return new IOException(reason(command, notStarted), notStarted);
    }

    private static String reason(Command command, IOException notStarted) {
        String program = command.program();
        Matcher error = SYSTEM_ERROR.matcher(String.valueOf(notStarted.getMessage()));
        if (!error.find()) {
            return "the program " + program + " does not start (" + notStarted.getMessage() + ")";
        }
        return error.group(1).equals(NO_SUCH_FILE) && Files.isDirectory(command.directory())
                ? "there is no program " + program + (program.contains("/") ? "" : " on the PATH")
                : "the program " + program + " does not start ("
                        + error.group(2).strip() + ")";
    }
}
