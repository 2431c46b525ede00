package dev.jrelease.cli;

import dev.jrelease.pipeline.ReleaseOptions;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code release} can be asked for; {@code plan} takes the same and shows what it would do. */
final class RunOptions {
    @Option(
            names = "--snapshot",
            description = "Do everything but write to a registry; the images are left in dist/oci.")
    private boolean snapshot;

    @Option(names = "--clean", description = "Remove what an earlier run left in dist first.")
    private boolean clean;

    @Option(names = "--overwrite", description = "Replace tags of this version that hold something else.")
    private boolean overwrite;

    @Option(names = "--tag", paramLabel = "TAG", description = "Release as this tag of HEAD.")
    private @Nullable String tag;

    @Option(
            names = "--skip",
            paramLabel = "STAGE",
            split = ",",
            completionCandidates = SkipWords.class,
            description = "Leave stages out: ${COMPLETION-CANDIDATES}.")
    private List<String> skip = List.of();

    @Option(
            names = {"-p", "--parallelism"},
            paramLabel = "N",
            converter = CountConverter.class,
            description = "How many tasks run at once. Default: one per processor, but at least four.")
    private @Nullable Integer parallelism;

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = TimeConverter.class,
            description = "Stop after this time: 90s, 30m, 1h.")
    private @Nullable Duration timeout;

    ReleaseOptions options() {
        return new ReleaseOptions(
                snapshot,
                clean,
                overwrite,
                Optional.ofNullable(tag),
                new LinkedHashSet<>(skip),
                parallelism == null ? ReleaseOptions.standardParallelism() : parallelism,
                Optional.ofNullable(timeout));
    }
}
