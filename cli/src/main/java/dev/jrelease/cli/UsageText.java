package dev.jrelease.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The message about an invalid command line. */
final class UsageText {
    private static final String ERROR = "Error: ";

    private UsageText() {}

    static String of(ParameterException problem) {
        return problem instanceof UnmatchedArgumentException unmatched
                        && !unmatched.getUnmatched().isEmpty()
                ? unmatched(unmatched)
                : begun(String.valueOf(problem.getMessage()));
    }

    /** Names the first one. Those after it may be its values. */
    private static String unmatched(UnmatchedArgumentException unmatched) {
        CommandLine command = unmatched.getCommandLine();
        String what = command.getSubcommands().isEmpty() ? "unexpected argument" : "unknown command";
        String kind = unmatched.isUnknownOption() ? "unknown option:" : what;
        return kind + " '" + unmatched.getUnmatched().getFirst() + "'";
    }

    /** With a small letter, as every other message begins; names stay as they are. */
    private static String begun(String message) {
        String text = message.startsWith(ERROR) ? message.substring(ERROR.length()) : message;
        boolean word = text.length() > 1 && Character.isLowerCase(text.charAt(1));
        return word ? Character.toLowerCase(text.charAt(0)) + text.substring(1) : text;
    }
}
