package dev.jrelease.verify;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The first line of a script, {@code #!interpreter argument}, as Linux reads it.
 *
 * @param carriageReturn whether the line ends as lines of Windows do, which Linux takes for a part of the name
 */
record Shebang(String interpreter, String argument, boolean carriageReturn) {
    private static final Pattern SPLIT_FLAG = Pattern.compile("^-S\\s*");
    private static final Pattern AFTER_FIRST = Pattern.compile("\\s.*");

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
        String interpreter = AFTER_FIRST.matcher(line).replaceFirst("");
        String argument = line.substring(interpreter.length()).strip();
        return Optional.of(new Shebang(interpreter, argument, whole.endsWith("\r")));
    }

    /** The program that runs the script; {@code env} looks it up. */
    String program() {
        return interpreter.endsWith("/env")
                ? AFTER_FIRST
                        .matcher(SPLIT_FLAG.matcher(argument).replaceFirst(""))
                        .replaceFirst("")
                : interpreter;
    }

    boolean isShell() {
        String program = program();
        return StartCommand.isShell(program.substring(program.lastIndexOf('/') + 1));
    }
}
