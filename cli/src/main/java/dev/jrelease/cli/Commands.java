package dev.jrelease.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;

/**
 * The commands by name. Only those that the arguments need are added to the model, because each costs time at every
 * start.
 */
final class Commands {
    private static final String HELP = "help";
    private static final List<String> VERSION = List.of("-V", "--version");

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private record Entry(String description, List<String> examples, Supplier<Command> command) {}

    /** @param examples of how it is used, without {@code jrelease} and its name */
    Commands add(String name, String description, List<String> examples, Supplier<Command> command) {
        entries.put(name, new Entry(description, examples, command));
        return this;
    }

    /** Adds every command with all of its options. */
    CommandLine allOf(CommandLine program) {
        entries.keySet().forEach(each -> program.addSubcommand(complete(each)));
        return program.addSubcommand(new HelpCommand());
    }

    /** Completes the model of a program for these arguments. */
    void addTo(CommandLine program, List<String> arguments) {
        String name = firstWord(arguments).orElse("");
        if (entries.containsKey(name)) {
            program.addSubcommand(complete(name));
        } else if (name.equals(HELP) || name.startsWith("@")) {
            // only picocli reads a file of arguments
            allOf(program);
        } else if (arguments.isEmpty() || !VERSION.containsAll(arguments)) {
            // all commands are listed, or searched for a similar name
            entries.keySet().forEach(each -> program.addSubcommand(listed(each)));
            program.addSubcommand(new HelpCommand());
        }
    }

    /** The first argument without a dash. Options of the program itself have no values. */
    private static Optional<String> firstWord(List<String> arguments) {
        return arguments.stream().filter(word -> !word.startsWith("-")).findFirst();
    }

    private CommandSpec listed(String name) {
        return described(name, CommandSpec.create());
    }

    private CommandSpec complete(String name) {
        Command command = entry(name).command().get();
        CommandSpec spec = described(name, CommandSpec.wrapWithoutInspection(command));
        command.addOptions(spec);
        return Options.addStandard(Options.addExamples(spec, name, entry(name).examples()));
    }

    private CommandSpec described(String name, CommandSpec spec) {
        spec.name(name).usageMessage().description(entry(name).description());
        return spec;
    }

    private Entry entry(String name) {
        return Optional.ofNullable(entries.get(name)).orElseThrow();
    }
}
