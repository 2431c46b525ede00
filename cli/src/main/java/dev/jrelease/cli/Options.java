package dev.jrelease.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Creates options of picocli's programmatic model. Annotations would be read by reflection at every start. */
final class Options {
    private Options() {}

    /** An option without a value. */
    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .type(boolean.class)
                .description(description)
                .build();
    }

    /** An option with one value of a type. */
    static OptionSpec.Builder value(Class<?> type, String label, String... names) {
        return OptionSpec.builder(names).type(type).paramLabel(label);
    }

    static boolean isGiven(OptionSpec flag) {
        return value(flag, Boolean.class).orElse(false);
    }

    static <T> Optional<T> value(ArgSpec argument, Class<T> type) {
        return Optional.ofNullable(argument.getValue()).map(type::cast);
    }

    static <T> List<T> values(ArgSpec argument, Class<T> type) {
        List<?> values = value(argument, List.class).orElse(List.of());
        return values.stream().map(type::cast).toList();
    }

    /** Adds examples of how a command is used, without {@code jrelease} and its name. */
    static CommandSpec addExamples(CommandSpec spec, String name, List<String> examples) {
        spec.usageMessage()
                .footerHeading("%nExamples:%n")
                .footer(examples.stream()
                        .map(words -> "  jrelease " + (name + " " + words).strip())
                        .toArray(String[]::new));
        return spec;
    }

    /** Adds the options of every command. */
    static CommandSpec addStandard(CommandSpec spec) {
        OptionSpec help = OptionSpec.builder("-h", "--help")
                .type(boolean.class)
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build();
        OptionSpec version = OptionSpec.builder("-V", "--version")
                .type(boolean.class)
                .versionHelp(true)
                .description("Print version information and exit.")
                .build();
        return spec.addOption(help).addOption(version).versionProvider(new Version());
    }
}
