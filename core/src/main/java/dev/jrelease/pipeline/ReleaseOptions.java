package dev.jrelease.pipeline;

import dev.jrelease.facts.Candidate;
import dev.jrelease.image.Platform;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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

    /** The options of a release without options on the command line. */
    public static ReleaseOptions release() {
        return builder().build();
    }

    /** Builds options, beginning with those of {@link #release}. */
    public static Builder builder() {
        return new Builder(new ReleaseOptions(
                false,
                false,
                false,
                Optional.empty(),
                Set.of(),
                standardParallelism(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of(),
                Optional.empty(),
                Optional.empty()));
    }

    /** One task per processor, but at least four: tasks mostly wait for the engine and registries. */
    public static int standardParallelism() {
        return Math.max(4, Runtime.getRuntime().availableProcessors());
    }

    public ReleaseOptions asSnapshot() {
        return new Builder(this).snapshot(true).build();
    }

    /** The same for this tag. */
    public ReleaseOptions as(String name) {
        return new Builder(this).tag(Optional.of(name)).build();
    }

    /** The same with this prefix of the project's tags. */
    public ReleaseOptions withTagPrefix(String prefix) {
        return new Builder(this).tagPrefix(Optional.of(prefix)).build();
    }

    /** The same for some platforms only. */
    public ReleaseOptions onlyFor(List<Platform> some) {
        return new Builder(this).platforms(some).build();
    }

    /** The same without anything that is written to a registry. */
    public ReleaseOptions unpublished() {
        Set<String> more = new LinkedHashSet<>(skip);
        more.add(PUBLISH);
        return new Builder(this).skip(more).build();
    }

    /** The same with images that were built before. */
    public ReleaseOptions of(BuiltBefore built) {
        return new Builder(this).builtBefore(Optional.of(built)).build();
    }

    /** The same with a candidate that becomes the release. */
    public ReleaseOptions promoting(Candidate tested) {
        return new Builder(this).candidate(Optional.of(tested)).build();
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

    /** Builds options from others. */
    public static final class Builder {
        private boolean snapshot;
        private boolean clean;
        private boolean overwrite;
        private Optional<String> tag;
        private Set<String> skip;
        private int parallelism;
        private Optional<Duration> timeout;
        private Optional<String> tagPrefix;
        private boolean allowDowngrade;
        private List<Platform> platforms;
        private Optional<BuiltBefore> builtBefore;
        private Optional<Candidate> candidate;

        private Builder(ReleaseOptions original) {
            snapshot = original.snapshot;
            clean = original.clean;
            overwrite = original.overwrite;
            tag = original.tag;
            skip = original.skip;
            parallelism = original.parallelism;
            timeout = original.timeout;
            tagPrefix = original.tagPrefix;
            allowDowngrade = original.allowDowngrade;
            platforms = original.platforms;
            builtBefore = original.builtBefore;
            candidate = original.candidate;
        }

        public Builder snapshot(boolean value) {
            snapshot = value;
            return this;
        }

        public Builder clean(boolean value) {
            clean = value;
            return this;
        }

        public Builder overwrite(boolean value) {
            overwrite = value;
            return this;
        }

        public Builder tag(Optional<String> value) {
            tag = value;
            return this;
        }

        public Builder skip(Set<String> value) {
            skip = value;
            return this;
        }

        public Builder parallelism(int value) {
            parallelism = value;
            return this;
        }

        public Builder timeout(Optional<Duration> value) {
            timeout = value;
            return this;
        }

        private Builder tagPrefix(Optional<String> value) {
            tagPrefix = value;
            return this;
        }

        public Builder allowDowngrade(boolean value) {
            allowDowngrade = value;
            return this;
        }

        private Builder platforms(List<Platform> value) {
            platforms = value;
            return this;
        }

        private Builder builtBefore(Optional<BuiltBefore> value) {
            builtBefore = value;
            return this;
        }

        private Builder candidate(Optional<Candidate> value) {
            candidate = value;
            return this;
        }

        public ReleaseOptions build() {
            return new ReleaseOptions(
                    snapshot,
                    clean,
                    overwrite,
                    tag,
                    skip,
                    parallelism,
                    timeout,
                    tagPrefix,
                    allowDowngrade,
                    platforms,
                    builtBefore,
                    candidate);
        }
    }
}
