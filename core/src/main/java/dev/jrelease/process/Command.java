package dev.jrelease.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program to run, with its arguments; no shell is involved.
 *
 * @param input what the program reads on its standard input
 * @param variables added to the environment of this process, or replaced in it
 * @param limit of the program's time and output; it is killed if it exceeds one
 */
public record Command(
        List<String> arguments, Path directory, String input, Map<String, String> variables, Limit limit) {

    public Command {
        arguments = List.copyOf(arguments);
        variables = Map.copyOf(variables);
    }

    /**
     * How long a program may run, and how much it may print.
     *
     * @param bytes of standard output or standard error, each
     */
    public record Limit(Duration time, int bytes) {
        /** For programs that read a whole repository. */
        public static final Limit STANDARD = new Limit(Duration.ofMinutes(10), 128 << 20);

        /** For commands of the project, which the time limit of the whole run stops. */
        public static final Limit NONE = new Limit(Duration.ofDays(365), Integer.MAX_VALUE);
    }

    public Command(List<String> arguments, Path directory, String input) {
        this(arguments, directory, input, Map.of(), Limit.STANDARD);
    }

    public Command within(Limit other) {
        return new Command(arguments, directory, input, variables, other);
    }

    public static Command of(Path directory, String... arguments) {
        return new Command(List.of(arguments), directory, "");
    }

    public Command withInput(String text) {
        return new Command(arguments, directory, text, variables, limit);
    }

    public Command withVariable(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.put(name, value);
        return new Command(arguments, directory, input, all, limit);
    }

    public Command withVariables(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.putAll(more);
        return new Command(arguments, directory, input, all, limit);
    }

    public String program() {
        return arguments.getFirst();
    }
}
