package dev.jrelease.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which programs a container starts: the first word of entrypoint and cmd, what shells, {@code tini} and their like then
 * run, and the program of the health check. Gives up, without a word, on what only a shell can read.
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
        /** A program that a loader such as {@code ld.so} reads. */
        LOADED,
        /** A script that a shell reads. */
        READ,
        /** A program of a shell's command. */
        SHELL,
        /** A program that a script or a shell's command starts in some cases. */
        PERHAPS,
        /** A program of the health check. */
        HEALTH,
        /** The first word of cmd, which an entrypoint may run or may not. */
        ARGUMENT
    }

    /** A program by the name that is written in the image. */
    record Program(String name, Role role) {}

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

    /** What the health check of an image runs: {@code [CMD, /app, --health]}, {@code [CMD-SHELL, curl -f …]}. */
    static List<Program> ofHealthCheck(List<String> test) {
        StartCommand start = new StartCommand(true);
        if (test.size() > 1 && test.getFirst().equals("CMD")) {
            start.read(test.subList(1, test.size()), Role.HEALTH, 0);
        } else if (test.size() > 1 && test.getFirst().equals("CMD-SHELL")) {
            start.read(List.of("/bin/sh", "-c", test.get(1)), Role.HEALTH, 0);
        }
        return List.copyOf(start.programs);
    }

    /** The programs that a shell script starts in its place. */
    static List<Program> ofScript(String text) {
        StartCommand start = new StartCommand(false);
        ShellRun.ofScript(text).forEach(run -> start.read(run.words(), Role.PERHAPS, 0));
        return start.programs.stream().distinct().toList();
    }

    /** @param arguments how many of the words, at the end, are cmd behind an entrypoint */
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

    /** The command behind {@code -c}, which may be one of several letters and follow other flags; else a script. */
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
