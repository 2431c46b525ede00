package dev.jrelease.cli;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Completes commands and options in fish.
 *
 * @see <a href="https://fishshell.com/docs/current/completions.html">Completions of fish</a>
 */
final class FishCompletion {
    private static final String SEEN = "__fish_seen_subcommand_from ";

    private final String name;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String name) {
        this.name = name;
    }

    static String of(CommandSpec program) {
        FishCompletion completion = new FishCompletion(program.name());
        completion.script.append("complete -c ").append(program.name()).append(" -f\n");
        program.options().forEach(option -> completion.add("__fish_use_subcommand", option));
        completion.addAll(program.subcommands(), "__fish_use_subcommand", "");
        return completion.script.toString();
    }

    /**
     *
     * @param none what holds where none of these commands is written yet
     * @param before what holds where the command that they belong to is written
     */
    private void addAll(Map<String, CommandLine> commands, String none, String before) {
        commands.forEach((command, line) -> add(command, line.getCommandSpec(), none, before));
    }

    private void add(String command, CommandSpec spec, String none, String before) {
        line(none, "-a " + command, String.join(" ", spec.usageMessage().description()));
        String condition = before + SEEN + command;
        Map<String, CommandLine> commands = spec.subcommands();
        addAll(commands, condition + "; and not " + SEEN + String.join(" ", commands.keySet()), condition + "; and ");
        spec.options().forEach(option -> add(condition, option));
        spec.positionalParameters().forEach(parameter -> {
            if (isFile(parameter.type()) || isFile(parameter.auxiliaryTypes()[0])) {
                script.append("complete -c ")
                        .append(name)
                        .append(" -n '")
                        .append(condition)
                        .append("' -F\n");
            } else if (parameter.completionCandidates() != null) {
                line(condition, "-a '" + String.join(" ", parameter.completionCandidates()) + "'", "");
            }
        });
    }

    private void add(String condition, OptionSpec option) {
        StringBuilder words = new StringBuilder();
        for (String each : option.names()) {
            words.append(each.startsWith("--") ? "-l " : "-s ")
                    .append(each.replaceFirst("^-+", ""))
                    .append(' ');
        }
        if (option.completionCandidates() != null) {
            words.append("-x -a '")
                    .append(String.join(" ", option.completionCandidates()))
                    .append("' ");
        } else if (isFile(option.type())) {
            words.append("-r -F ");
        } else if (option.arity().max() > 0) {
            words.append("-x ");
        }
        line(condition, words.toString().strip(), ArgumentText.of(option));
    }

    private static boolean isFile(Class<?> type) {
        return type == Path.class || type == File.class;
    }

    private void line(String condition, String words, String description) {
        script.append("complete -c ")
                .append(name)
                .append(" -n '")
                .append(condition)
                .append("' ")
                .append(words);
        if (!description.isEmpty()) {
            script.append(" -d '").append(quoted(description)).append('\'');
        }
        script.append('\n');
    }

    /** The first sentence. */
    private static String quoted(String description) {
        String sentence = description.split("(?<=[.])\\s", 2)[0];
        return sentence.replace("\\", "\\\\").replace("'", "\\'");
    }
}
