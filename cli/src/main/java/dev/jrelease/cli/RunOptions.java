package dev.jrelease.cli;

import dev.jrelease.Releaser;
import dev.jrelease.pipeline.ReleaseOptions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of {@code release} and {@code plan}. */
final class RunOptions {
    private final OptionSpec snapshot;

    private final OptionSpec clean = Options.flag("--clean", "Remove the results of an earlier run from dist first.");

    private final OptionSpec overwrite =
            Options.flag("--overwrite", "Replace tags of this version that have other content.");

    private final OptionSpec allowDowngrade = Options.flag(
            "--allow-downgrade", "Move floating tags to this version, also where what they hold is newer.");

    private final OptionSpec tag = Options.value(String.class, "TAG", "--tag")
            .description("Release as this tag of HEAD.")
            .build();

    private final OptionSpec skip;

    private final OptionSpec parallelism = Options.value(Integer.class, "N", "-p", "--parallelism")
            .converters(new CountConverter())
            .description("The number of parallel tasks. Default: one per processor, at least four.")
            .build();

    private final OptionSpec timeout = Options.value(Duration.class, "TIME", "--timeout")
            .converters(new TimeConverter())
            .description("Stop after this time: 90s, 30m, 1h.")
            .build();

    RunOptions() {
        this(Releaser::skipWords);
    }

    /** @param skipWords the words that this command takes for {@code --skip} */
    RunOptions(Supplier<List<String>> skipWords) {
        this(skipWords, "Do everything except writing to registries; images are in dist/oci.");
    }

    /** @param snapshot what this command does with {@code --snapshot} */
    RunOptions(Supplier<List<String>> skipWords, String snapshot) {
        this.snapshot = Options.flag("--snapshot", snapshot);
        this.skip = Options.value(List.class, "STAGE", "--skip")
                .auxiliaryTypes(String.class)
                .splitRegex(",")
                .completionCandidates(new SkipWords(skipWords))
                .description("Leave stages out: ${COMPLETION-CANDIDATES}.")
                .build();
    }

    void addTo(CommandSpec spec) {
        for (OptionSpec option : all()) {
            spec.addOption(option);
        }
    }

    /** Adds those that have one of these names. */
    void addTo(CommandSpec spec, String... names) {
        for (OptionSpec option : all()) {
            if (Stream.of(option.names()).anyMatch(List.of(names)::contains)) {
                spec.addOption(option);
            }
        }
    }

    private List<OptionSpec> all() {
        return List.of(snapshot, clean, overwrite, allowDowngrade, tag, skip, parallelism, timeout);
    }

    ReleaseOptions options() {
        return ReleaseOptions.builder()
                .snapshot(Options.isGiven(snapshot))
                .clean(Options.isGiven(clean))
                .overwrite(Options.isGiven(overwrite))
                .allowDowngrade(Options.isGiven(allowDowngrade))
                .tag(Options.value(tag, String.class))
                .skip(new LinkedHashSet<>(Options.values(skip, String.class)))
                .parallelism(Options.value(parallelism, Integer.class).orElseGet(ReleaseOptions::standardParallelism))
                .timeout(Options.value(timeout, Duration.class))
                .build();
    }
}
