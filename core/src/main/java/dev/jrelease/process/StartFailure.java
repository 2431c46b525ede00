package dev.jrelease.process;

import dev.jrelease.text.SearchPattern;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.regex.MatchResult;

/** Describes why a program did not start. The JDK's message contains a function name and an error number. */
final class StartFailure {
    /** How that message ends: {@code error=13, Permission denied} or {@code error: 13 (Permission denied)}. */
    private static final SearchPattern SYSTEM_ERROR = SearchPattern.of("error[=:] ?(\\d{1,9})[, (]{1,9}([^)]++)");

    private static final String NO_SUCH_FILE = "2";

    private StartFailure() {}

    static IOException of(Command command, IOException notStarted) {
        return new IOException(reason(command, notStarted), notStarted);
    }

    private static String reason(Command command, IOException notStarted) {
        String program = command.program();
        Optional<MatchResult> error = SYSTEM_ERROR.first(String.valueOf(notStarted.getMessage()));
        if (error.isEmpty()) {
            return "the program " + program + " does not start (" + notStarted.getMessage() + ")";
        }
        return error.get().group(1).equals(NO_SUCH_FILE) && Files.isDirectory(command.directory())
                ? "there is no program " + program + (program.contains("/") ? "" : " on the PATH")
                : "the program " + program + " does not start ("
                        + error.get().group(2).strip() + ")";
    }
}
