package dev.jrelease.cli;

import java.util.Objects;
import picocli.CommandLine.Model.ArgSpec;

/** The description of an option or argument, with its values filled in. */
final class ArgumentText {
    private ArgumentText() {}

    static String of(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        return String.join(" ", argument.description())
                .replace("${COMPLETION-CANDIDATES}", candidates == null ? "" : String.join(", ", candidates))
                .replace("${DEFAULT-VALUE}", Objects.requireNonNullElse(argument.defaultValue(), ""));
    }
}
