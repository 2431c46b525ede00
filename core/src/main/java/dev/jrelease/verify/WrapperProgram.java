package dev.jrelease.verify;

import dev.jrelease.text.LinearPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A program that runs another program, which its arguments name.
 *
 * @param withValue its flags that take the next word as their value
 * @param operands the number of words before the program's name
 * @param loads whether it reads the program's file itself, which then need not be executable
 * @param splits its flags after which one word holds the program and its arguments
 */
record WrapperProgram(Set<String> withValue, int operands, boolean loads, Set<String> splits) {
    private static final LinearPattern LOADER = LinearPattern.of(
            "ld(?:-linux[A-Za-z0-9_-]*+|-musl-[A-Za-z0-9_-]++|64|-[0-9]++(?:\\.[0-9]++)*+)?\\.so(?:\\.[0-9]++)?");
    private static final LinearPattern ASSIGNMENT = LinearPattern.of("(?s)[A-Za-z_][A-Za-z0-9_]*+=.*+");
    private static final WrapperProgram OF_LOADER = new WrapperProgram(
            Set.of("--library-path", "--preload", "--argv0", "--audit", "--inhibit-rpath", "--glibc-hwcaps-mask"),
            0,
            true,
            Set.of());

    private static final Map<String, WrapperProgram> KNOWN = Map.ofEntries(
            known("tini", 0, "-p", "-e"),
            known("tini-static", 0, "-p", "-e"),
            known("docker-init", 0, "-p", "-e"),
            known("dumb-init", 0, "-r", "--rewrite"),
            known("catatonit", 0),
            Map.entry(
                    "env",
                    new WrapperProgram(
                            Set.of("-u", "-C", "--unset", "--chdir"), 0, false, Set.of("-S", "-vS", "--split-string"))),
            known("gosu", 1),
            known("su-exec", 1),
            known("setuidgid", 1),
            known("s6-setuidgid", 1),
            known("with-contenv", 0),
            known("timeout", 1, "-k", "-s", "--kill-after", "--signal"),
            known("nice", 0, "-n", "--adjustment"),
            known("ionice", 0, "-c", "-n", "--class", "--classdata"),
            known("nohup", 0),
            known("setsid", 0),
            known("stdbuf", 0, "-i", "-o", "-e", "--input", "--output", "--error"),
            known("taskset", 1),
            known("chrt", 1),
            known("time", 0, "-f", "-o"),
            known("sudo", 0, "-u", "-g", "--user", "--group"),
            known("setpriv", 0, "--reuid", "--regid", "--groups", "--inh-caps", "--bounding-set"));

    private static Map.Entry<String, WrapperProgram> known(String name, int operands, String... withValue) {
        return Map.entry(name, new WrapperProgram(Set.of(withValue), operands, false, Set.of()));
    }

    /** The wrapper program of this name, without its folder. */
    static Optional<WrapperProgram> named(String name) {
        return LOADER.matches(name) ? Optional.of(OF_LOADER) : Optional.ofNullable(KNOWN.get(name));
    }

    /** The words from the program's name on, after flags, their values, assignments and operands. */
    List<String> wrapped(List<String> arguments) {
        int at = 0;
        while (at < arguments.size()) {
            String word = arguments.get(at);
            if (word.equals("--")) {
                at++;
                break;
            }
            if (splits.contains(word) && at + 1 < arguments.size()) {
                List<String> words =
                        new ArrayList<>(List.of(arguments.get(at + 1).split(" ")));
                words.removeIf(String::isEmpty);
                words.addAll(arguments.subList(at + 2, arguments.size()));
                return wrapped(words);
            }
            if (!word.startsWith("-") && !ASSIGNMENT.matches(word)) {
                break;
            }
            at += withValue.contains(word) ? 2 : 1;
        }
        return arguments.subList(Math.min(at + operands, arguments.size()), arguments.size());
    }
}
