package dev.jrelease.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line. */
final class UsageText {
    private UsageText() {}

    static String of(ParameterException problem) {
        if (problem instanceof UnmatchedArgumentException unmatched
                && !unmatched.isUnknownOption()
                && !unmatched.getUnmatched().isEmpty()) {
            CommandLine command = unmatched.getCommandLine();
            String what = command.getSubcommands().isEmpty() ? "unexpected argument '" : "unknown command '";
            return what + unmatched.getUnmatched().getFirst() + "'";
        }
        return String.valueOf(problem.getMessage());
    }
}
