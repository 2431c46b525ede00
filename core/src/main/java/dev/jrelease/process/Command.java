package dev.jrelease.process;

import java.nio.file.Path;
import java.util.List;

/**
 * A program to run, as a list of arguments: no shell is between.
 *
 * @param input what the program reads on its standard input
 */
public record Command(List<String> arguments, Path directory, String input) {

    public Command {
        arguments = List.copyOf(arguments);
    }

    public static Command of(Path directory, String... arguments) {
        return new Command(List.of(arguments), directory, "");
    }

    public Command withInput(String text) {
        return new Command(arguments, directory, text);
    }

    public String program() {
        return arguments.getFirst();
    }
}
