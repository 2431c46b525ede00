package dev.jrelease.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Determines the programs that a container starts: the first word of entrypoint and cmd, programs that shells, {@code
 * tini} and similar programs then run, and the program of the health check. It ignores what only a shell can evaluate.
 */
final class StartCommand {

    /** How a program is referred to, which decides the severity if it is missing. */
    enum Role {
        /** The first word of the entrypoint. */
        ENTRYPOINT,
        /** The first word of cmd, without an entrypoint. */
        CMD,
        /** A program that a {@link WrapperProgram} runs. */
        WRAPPED,
        /** A program that a loader such as {@code ld.so} reads. */
        LOADED,
        /** A script that a shell reads. */
        READ,
        /** A program in a shell command. */
        SHELL,
        /** A program that a script or a shell command starts in some cases. */
        PERHAPS,
        /** A program of the health check. */
        HEALTH,
        /** The first word of cmd after an entrypoint, which may or may not run it. */
        ARGUMENT
    }

    /** A program, with its name as the image has it. */
    record Program(String name, Role role) {
        /** Whether its path begins at the folder of the script that starts it. */
        boolean isBesideScript() {
            return name.startsWith(ScriptVariables.FOLDER + "/");
        }

        /** The same beside a script in this folder. */
        Program in(String folder) {
            return new Program(folder + name.substring(ScriptVariables.FOLDER.length()), role);
        }
    }

    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");
    private static final Set<String> MULTI_CALL = Set.of("busybox", "toybox");

    private final List<Program> programs = new ArrayList<>();
    private final boolean ofHealthCheck;

    private StartCommand(boolean ofHealthCheck) {
        this.ofHealthCheck = ofHealthCheck;
    }

    static boolean isShell(String name) {
        return SHELLS.contains(name);
    }

    static List<Program> programs(List<String> entrypoint, List<String> command) {
        List<String> words = new ArrayList<>(entrypoint);
        words.addAll(command);
        StartCommand start = new StartCommand(false);
        boolean alone = entrypoint.isEmpty();
        start.read(words, alone ? Role.CMD : Role.ENTRYPOINT, alone ? 0 : command.size());
        return List.copyOf(start.programs);
    }

    /** The program of a health check: {@code [CMD, /app, --health]}, {@code [CMD-SHELL, curl -f …]}. */
    static List<Program> ofHealthCheck(List<String> test) {
        StartCommand start = new StartCommand(true);
        if (test.size() > 1 && test.getFirst().equals("CMD")) {
            start.read(test.subList(1, test.size()), Role.HEALTH, 0);
        } else if (test.size() > 1 && test.getFirst().equals("CMD-SHELL")) {
            start.read(List.of("/bin/sh", "-c", test.get(1)), Role.HEALTH, 0);
        }
        return List.copyOf(start.programs);
    }

    /** The programs that a shell script starts with {@code exec}. */
    static List<Program> ofScript(String text) {
        StartCommand start = new StartCommand(false);
        ShellRun.ofScript(text).forEach(run -> start.read(run.words(), Role.PERHAPS, 0));
        return start.programs.stream().distinct().toList();
    }

    /**
     *
     * @param arguments the number of words at the end that are cmd after an entrypoint
     */
    private void read(List<String> words, Role role, int arguments) {
        if (words.isEmpty()) {
            return;
        }
        programs.add(new Program(words.getFirst(), role));
        within(words, role, arguments);
    }

    private void within(List<String> words, Role role, int arguments) {
        List<String> rest = words.subList(1, words.size());
        String name = words.getFirst().substring(words.getFirst().lastIndexOf('/') + 1);
        Optional<WrapperProgram> wrapperProgram = WrapperProgram.named(name);
        if (MULTI_CALL.contains(name) && !rest.isEmpty()) {
            within(rest, role, arguments);
        } else if (isShell(name)) {
            shell(rest, role);
        } else if (wrapperProgram.isPresent()) {
            Role next = wrapperProgram.get().loads() ? Role.LOADED : Role.WRAPPED;
            read(wrapperProgram.get().wrapped(rest), inner(role, next), arguments);
        } else if (arguments > 0 && words.size() > arguments) {
            String argument = words.get(words.size() - arguments);
            if (!argument.startsWith("-")) {
                programs.add(new Program(argument, Role.ARGUMENT));
            }
        }
    }

    private Role inner(Role outer, Role next) {
        if (outer == Role.PERHAPS) {
            return Role.PERHAPS;
        }
        return ofHealthCheck && next != Role.LOADED ? Role.HEALTH : next;
    }

    /** The command after {@code -c}, which may be one of several letters and follow other flags; else a script. */
    private void shell(List<String> words, Role role) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            boolean flags = word.startsWith("-") && !word.startsWith("--");
            if (flags && word.endsWith("c")) {
                command(i + 1 < words.size() ? words.get(i + 1) : "", role);
                return;
            }
            if (flags && word.endsWith("o")) {
                i++;
            } else if (!word.startsWith("-")) {
                programs.add(new Program(word, inner(role, Role.READ)));
                return;
            }
        }
    }

    private void command(String text, Role role) {
        for (ShellRun run : ShellRun.ofCommand(text)) {
            read(run.words(), run.certain() ? inner(role, Role.SHELL) : Role.PERHAPS, 0);
        }
    }
}
