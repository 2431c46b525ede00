package dev.jrelease.cli;

import dev.jrelease.failure.Suggestion;
import dev.jrelease.version.SemanticVersion;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Suggests what to use instead of commands and options of other release tools. */
final class OptionsOfOtherTools {
    private static final Map<String, String> INSTEAD = Map.ofEntries(
            Map.entry("version", "use jrelease --version"),
            Map.entry("-v", "use jrelease --version"),
            Map.entry("jsonschema", "use jrelease schema"),
            Map.entry("healthcheck", "use jrelease doctor"),
            Map.entry("--rm-dist", "use --clean"),
            Map.entry(
                    "--dry-run",
                    "jrelease plan shows what release would do; jrelease release --snapshot builds and publishes"
                            + " nothing"),
            Map.entry("--skip-publish", "use --skip=publish"),
            Map.entry("--skip-push", "use --skip=publish"),
            Map.entry("--skip-docker", "use --skip=docker"),
            Map.entry("--skip-sign", "use --skip=sign"),
            Map.entry("--single-target", "use --platforms with one platform, as in --platforms linux/amd64"),
            Map.entry("--auto-snapshot", "use --snapshot"));

    private static final String INSTEAD_OF_V = "use --verbose to see more, or jrelease --version for the version";

    private OptionsOfOtherTools() {}

    /** The hint for an invalid command line. */
    static Optional<String> hint(ParameterException problem) {
        return problem instanceof UnmatchedArgumentException unmatched
                ? instead(unmatched.getUnmatched(), unmatched.getCommandLine().getCommandSpec())
                        .or(() -> beforeCommand(unmatched))
                        .or(() -> tag(unmatched))
                        .or(() -> similar(
                                unmatched.getUnmatched().getFirst(),
                                unmatched.getCommandLine().getCommandSpec()))
                : Optional.empty();
    }

    /** The command or option that is written almost like this. */
    private static Optional<String> similar(String word, CommandSpec command) {
        if (!word.startsWith("-")) {
            return Suggestion.didYouMean(word, command.subcommands().keySet());
        }
        Map<String, String> options = new LinkedHashMap<>();
        command.optionsMap().keySet().forEach(option -> options.put(withoutDashes(option), option));
        return Suggestion.closest(withoutDashes(word.split("=", 2)[0]), options.keySet())
                .map(name -> "did you mean " + options.get(name) + "?");
    }

    private static String withoutDashes(String option) {
        return option.substring(option.startsWith("--") ? 2 : 1);
    }

    /** A version as an argument is the tag to release. */
    private static Optional<String> tag(UnmatchedArgumentException unmatched) {
        String word = unmatched.getUnmatched().getFirst();
        boolean known = unmatched.getCommandLine().getCommandSpec().optionsMap().containsKey("--tag");
        return known && SemanticVersion.parse(word).isPresent() ? Optional.of("use --tag " + word) : Optional.empty();
    }

    /** Git and make take such options before the command. */
    private static Optional<String> beforeCommand(UnmatchedArgumentException unmatched) {
        boolean program = unmatched.getCommandLine().getParent() == null;
        String option = unmatched.getUnmatched().getFirst();
        return program && option.startsWith("-") && option.length() > 1
                ? Optional.of("options follow the command: jrelease COMMAND " + option)
                : Optional.empty();
    }

    /**
     * The suggestion for the first known word.
     *
     * @param command that the words were written after
     */
    private static Optional<String> instead(List<String> words, CommandSpec command) {
        boolean verbose = command.optionsMap().containsKey("--verbose");
        return words.stream()
                .map(word -> verbose && word.equals("-v") ? INSTEAD_OF_V : INSTEAD.get(word))
                .flatMap(instead -> Optional.ofNullable(instead).stream())
                .findFirst();
    }
}
