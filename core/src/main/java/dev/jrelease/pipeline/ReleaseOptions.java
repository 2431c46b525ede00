package dev.jrelease.pipeline;

import dev.jrelease.facts.Candidate;
import dev.jrelease.image.Platform;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The options of the command line.
 *
 * @param snapshot do everything except writing to registries
 * @param clean remove the results of an earlier run from {@code dist} first
 * @param overwrite replace immutable tags that have other content
 * @param tag release as this tag
 * @param skip words of stages to leave out
 * @param parallelism the number of parallel tasks
 * @param timeout after which the run is stopped
 * @param tagPrefix of the project's tags, where the configuration names none
 * @param allowDowngrade move floating tags to lower versions, too
 * @param platforms to build images for; none means all
 * @param builtBefore images that are taken instead of building them
 * @param candidate that becomes the release, instead of building it
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
        boolean allowDowngrade,
        List<Platform> platforms,
        Optional<BuiltBefore> builtBefore,
        Optional<Candidate> candidate) {

    /** The word that leaves out everything that uses a registry. */
    public static final String PUBLISH = "publish";

    public ReleaseOptions {
        skip = Collections.unmodifiableSet(new LinkedHashSet<>(skip));
        platforms = List.copyOf(platforms);
    }

    /** Options for a project in a repository of its own. */
    public ReleaseOptions(
            boolean snapshot,
            boolean clean,
            boolean overwrite,
            Optional<String> tag,
            Set<String> skip,
            int parallelism,
            Optional<Duration> timeout) {
        this(
                snapshot,
                clean,
                overwrite,
                tag,
                skip,
                parallelism,
                timeout,
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The options of a release without options on the command line. */
    public static ReleaseOptions release() {
        return new ReleaseOptions(
                false, false, false, Optional.empty(), Set.of(), standardParallelism(), Optional.empty());
    }

    /** One task per processor, but at least four: tasks mostly wait for the engine and registries. */
    public static int standardParallelism() {
        return Math.max(4, Runtime.getRuntime().availableProcessors());
    }

    public ReleaseOptions asSnapshot() {
        return with(copy -> copy.snapshot = true);
    }

    /** The same for this tag. */
    public ReleaseOptions as(String name) {
        return with(copy -> copy.tag = Optional.of(name));
    }

    /** The same with this prefix of the project's tags. */
    public ReleaseOptions withTagPrefix(String prefix) {
        return with(copy -> copy.tagPrefix = Optional.of(prefix));
    }

    /** The same, where floating tags may move to lower versions, too. */
    public ReleaseOptions allowingDowngrade() {
        return with(copy -> copy.allowDowngrade = true);
    }

    /** The same for some platforms only. */
    public ReleaseOptions onlyFor(List<Platform> some) {
        return with(copy -> copy.platforms = some);
    }

    /** The same without anything that is written to a registry. */
    public ReleaseOptions unpublished() {
        Set<String> more = new LinkedHashSet<>(skip);
        more.add(PUBLISH);
        return with(copy -> copy.skip = more);
    }

    /** The same with images that were built before. */
    public ReleaseOptions of(BuiltBefore built) {
        return with(copy -> copy.builtBefore = Optional.of(built));
    }

    /** The same with a candidate that becomes the release. */
    public ReleaseOptions promoting(Candidate tested) {
        return with(copy -> copy.candidate = Optional.of(tested));
    }

    /** Whether exactly what was built before is published. */
    public boolean publishesAsBuilt() {
        return builtBefore.filter(BuiltBefore::asTheyAre).isPresent();
    }

    /** Whether the release may write to registries. */
    public boolean publishes() {
        return (!snapshot || publishesAsBuilt()) && !skips(PUBLISH);
    }

    public boolean skips(String word) {
        return skip.contains(word);
    }

    private ReleaseOptions with(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.options();
    }

    /** The same options but for those that are set here. */
    private static final class Copy {
        private final ReleaseOptions original;
        private boolean snapshot;
        private Optional<String> tag;
        private Set<String> skip;
        private Optional<String> tagPrefix;
        private boolean allowDowngrade;
        private List<Platform> platforms;
        private Optional<BuiltBefore> builtBefore;
        private Optional<Candidate> candidate;

        Copy(ReleaseOptions original) {
            this.original = original;
            snapshot = original.snapshot;
            tag = original.tag;
            skip = original.skip;
            tagPrefix = original.tagPrefix;
            allowDowngrade = original.allowDowngrade;
            platforms = original.platforms;
            builtBefore = original.builtBefore;
            candidate = original.candidate;
        }

        ReleaseOptions options() {
            return new ReleaseOptions(
                    snapshot,
                    original.clean,
                    original.overwrite,
                    tag,
                    skip,
                    original.parallelism,
                    original.timeout,
                    tagPrefix,
                    allowDowngrade,
                    platforms,
                    builtBefore,
                    candidate);
        }
    }
}
