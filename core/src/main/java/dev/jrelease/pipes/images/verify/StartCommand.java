package dev.jrelease.pipes.images.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which programs a container starts: the first word of entrypoint and cmd, and what shells, {@code tini} and their
 * like then run. Gives up, without a word, on shell commands that only a shell can read.
 */
final class StartCommand {

    /** Who asks for a program, which decides how bad it is if it is not there. */
    enum Role {
        /** The first word of the entrypoint. */
        ENTRYPOINT,
        /** The first word of cmd, without an entrypoint. */
        CMD,
        /** A program that another one of this list runs. */
        WRAPPED,
        /** The first word of a shell's command. */
        SHELL,
        /** The first word of cmd, which an entrypoint may run or may not. */
        ARGUMENT
    }

    /** A program by the name that is written in the image's configuration. */
    record Program(String name, Role role) {}

    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");
    private static final Set<String> INITS =
            Set.of("tini", "tini-static", "docker-init", "dumb-init", "catatonit", "env");
    private static final Set<String> AS_USER = Set.of("gosu", "su-exec");
    private static final Set<String> WITH_VALUE = Set.of("-p", "-e", "-r", "--rewrite", "-u", "-C");
    private static final Pattern ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=.*", Pattern.DOTALL);
    private static final Pattern PLAIN_ASSIGNMENT = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*=[A-Za-z0-9_./:@%+,-]*");
    private static final Pattern PLAIN_WORD = Pattern.compile("[A-Za-z0-9_./+@-]+");
    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Set<String> BUILT_IN = Set.of(
            "alias",
            "bg",
            "break",
            "builtin",
            "case",
            "cd",
            "command",
            "continue",
            "declare",
            "do",
            "done",
            "echo",
            "elif",
            "else",
            "esac",
            "eval",
            "exit",
            "export",
            "false",
            "fg",
            "fi",
            "for",
            "function",
            "getopts",
            "if",
            "in",
            "jobs",
            "kill",
            "let",
            "local",
            "printf",
            "pwd",
            "read",
            "readonly",
            "return",
            "select",
            "set",
            "shift",
            "shopt",
            "source",
            "test",
            "then",
            "time",
            "times",
            "trap",
            "true",
            "type",
            "ulimit",
            "umask",
            "unset",
            "until",
            "wait",
            "while",
            ".");

    private final List<Program> programs = new ArrayList<>();

    private StartCommand() {}

    static List<Program> programs(List<String> entrypoint, List<String> command) {
        List<String> words = new ArrayList<>(entrypoint);
        words.addAll(command);
        StartCommand start = new StartCommand();
        if (!words.isEmpty()) {
            start.read(
                    words,
                    entrypoint.isEmpty() ? Role.CMD : Role.ENTRYPOINT,
                    entrypoint.isEmpty() ? 0 : command.size());
        }
        return List.copyOf(start.programs);
    }

    /** @param arguments how many of the words, at the end, are cmd behind an entrypoint */
    private void read(List<String> words, Role role, int arguments) {
        programs.add(new Program(words.getFirst(), role));
        List<String> rest = words.subList(1, words.size());
        String name = words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
        if (SHELLS.contains(name)) {
            script(rest)
                    .flatMap(StartCommand::firstWord)
                    .ifPresent(word -> programs.add(new Program(word, Role.SHELL)));
        } else if (INITS.contains(name) || AS_USER.contains(name)) {
            List<String> wrapped = AS_USER.contains(name) ? skip(rest, 1) : wrapped(rest);
            if (!wrapped.isEmpty()) {
                read(wrapped, Role.WRAPPED, arguments);
            }
        } else if (arguments > 0 && words.size() > arguments) {
            String argument = words.get(words.size() - arguments);
            if (!argument.startsWith("-")) {
                programs.add(new Program(argument, Role.ARGUMENT));
            }
        }
    }

    private static List<String> skip(List<String> words, int count) {
        return words.subList(Math.min(count, words.size()), words.size());
    }

    /** What is left behind flags, their values and assignments. */
    private static List<String> wrapped(List<String> words) {
        int at = 0;
        while (at < words.size()) {
            String word = words.get(at);
            if (word.equals("--")) {
                return skip(words, at + 1);
            }
            if (!word.startsWith("-") && !ASSIGNMENT.matcher(word).matches()) {
                return skip(words, at);
            }
            at += WITH_VALUE.contains(word) ? 2 : 1;
        }
        return List.of();
    }

    /** The command behind a shell's {@code -c}, which may be one of several letters and follow other flags. */
    private static Optional<String> script(List<String> words) {
        for (int i = 0; i + 1 < words.size(); i++) {
            String word = words.get(i);
            boolean flags = word.startsWith("-") && !word.startsWith("--");
            if (flags && word.endsWith("c")) {
                return Optional.of(words.get(i + 1));
            }
            if (flags && word.endsWith("o")) {
                i++;
            } else if (!word.startsWith("-")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Optional<String> firstWord(String script) {
        for (String word : SPACES.split(script.strip(), -1)) {
            boolean passed =
                    word.equals("exec") || PLAIN_ASSIGNMENT.matcher(word).matches();
            if (!passed) {
                boolean plain = PLAIN_WORD.matcher(word).matches() && !word.startsWith("-") && !BUILT_IN.contains(word);
                return plain ? Optional.of(word) : Optional.empty();
            }
        }
        return Optional.empty();
    }
}
