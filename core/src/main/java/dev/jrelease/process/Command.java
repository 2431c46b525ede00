package dev.jrelease.process;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A program to run, as a list of arguments: no shell is between.
 *
 * @param input what the program reads on its standard input
 * @param variables of the program's environment that differ from this process's own
 */
public record Command(List<String> arguments, Path directory, String input, Map<String, String> variables) {

    public Command {
        arguments = List.copyOf(arguments);
        variables = Map.copyOf(variables);
    }

    public Command(List<String> arguments, Path directory, String input) {
        this(arguments, directory, input, Map.of());
    }

    public static Command of(Path directory, String... arguments) {
        return new Command(List.of(arguments), directory, "");
    }

    public Command withInput(String text) {
        return new Command(arguments, directory, text, variables);
    }

    public Command withVariable(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(variables);
        all.put(name, value);
        return new Command(arguments, directory, input, all);
    }

    public String program() {
        return arguments.getFirst();
    }
}
