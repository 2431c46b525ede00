package dev.jrelease.verify;

import java.util.Optional;

/**
 * The first line of a script, {@code #!interpreter argument}, as Linux reads it.
 *
 * @param carriageReturn whether the line ends in CR, which Linux takes as a part of the name
 */
record Shebang(String interpreter, String argument, boolean carriageReturn) {
    private static final String SPLIT_FLAG = "-S";

    static Optional<Shebang> of(String text) {
        if (!text.startsWith("#!")) {
            return Optional.empty();
        }
        int newline = text.indexOf('\n');
        String whole = newline < 0 ? text : text.substring(0, newline);
        String line = whole.substring(2).strip();
        if (line.isEmpty()) {
            return Optional.empty();
        }
        String interpreter = firstWord(line);
        String argument = line.substring(interpreter.length()).strip();
        return Optional.of(new Shebang(interpreter, argument, whole.endsWith("\r")));
    }

    /** The program that runs the script; it is the argument of {@code env}. */
    String program() {
        if (!interpreter.endsWith("/env")) {
            return interpreter;
        }
        boolean split = argument.startsWith(SPLIT_FLAG);
        return firstWord(split ? argument.substring(SPLIT_FLAG.length()).stripLeading() : argument);
    }

    private static String firstWord(String text) {
        int end = 0;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
            end++;
        }
        return text.substring(0, end);
    }

    boolean isShell() {
        String program = program();
        return StartCommand.isShell(program.substring(program.lastIndexOf('/') + 1));
    }
}
