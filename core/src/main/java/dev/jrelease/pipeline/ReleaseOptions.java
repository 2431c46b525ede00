package dev.jrelease.pipeline;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/**
 * What was asked for on the command line.
 *
 * @param snapshot do everything but write to a registry
 * @param clean remove what an earlier run left in {@code dist} first
 * @param overwrite replace immutable tags that hold something else
 * @param tag release as this tag
 * @param skip words of stages to leave out
 * @param parallelism how many tasks run at once
 * @param timeout after which the run is stopped
 * @param tagPrefix of the project's tags, where the configuration names none
 * @param allowDowngrade move floating tags to lower versions, too
 */
public record ReleaseOptions(
        boolean snapshot,
        boolean clean,
        boolean overwrite,
        Optional<String> tag,
        Set<String> skip,
        int parallelism,
        Optional<Duration> timeout,
        Optional<String> tagPrefix,
        boolean allowDowngrade) {

    /** The word that leaves out everything that touches a registry. */
    public static final String PUBLISH = "publish";

    public ReleaseOptions {
        skip = Collections.unmodifiableSet(new LinkedHashSet<>(skip));
    }

    /** For a project that has its repository for itself. */
    public ReleaseOptions(
            boolean snapshot,
            boolean clean,
            boolean overwrite,
            Optional<String> tag,
            Set<String> skip,
            int parallelism,
            Optional<Duration> timeout) {
        this(snapshot, clean, overwrite, tag, skip, parallelism, timeout, Optional.empty(), false);
    }

    /** A release with nothing asked for. */
    public static ReleaseOptions release() {
        return new ReleaseOptions(
                false, false, false, Optional.empty(), Set.of(), standardParallelism(), Optional.empty());
    }

    /** One task per processor, but at least four: most of the time goes into waiting for others. */
    public static int standardParallelism() {
        return Math.max(4, Runtime.getRuntime().availableProcessors());
    }

    public ReleaseOptions asSnapshot() {
        return new ReleaseOptions(true, clean, overwrite, tag, skip, parallelism, timeout, tagPrefix, allowDowngrade);
    }

    /** The same for a project whose tags begin with this. */
    public ReleaseOptions withTagPrefix(String prefix) {
        return new ReleaseOptions(
                snapshot, clean, overwrite, tag, skip, parallelism, timeout, Optional.of(prefix), allowDowngrade);
    }

    /** The same, where floating tags may move to lower versions, too. */
    public ReleaseOptions allowingDowngrade() {
        return new ReleaseOptions(snapshot, clean, overwrite, tag, skip, parallelism, timeout, tagPrefix, true);
    }

    /** Whether anything may be written to a registry. */
    public boolean publishes() {
        return !snapshot && !skips(PUBLISH);
    }

    public boolean skips(String word) {
        return skip.contains(word);
    }
}
