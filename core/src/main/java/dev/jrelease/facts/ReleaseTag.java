package dev.jrelease.facts;

import dev.jrelease.git.GitTag;
import dev.jrelease.version.SemanticVersion;
import java.util.Comparator;
import java.util.Optional;

/**
 * The tag that a release is of, or starts from.
 *
 * @param tag in the repository; absent if it is only said to be, or there is none yet
 */
record ReleaseTag(String name, SemanticVersion version, Optional<GitTag> tag) {
    /** What a release starts from where there is no tag yet. */
    static final ReleaseTag NONE = new ReleaseTag("v0.0.0", SemanticVersion.ZERO, Optional.empty());

    /** Lowest first: prereleases, then releases, each in the order of precedence. */
    static final Comparator<ReleaseTag> ORDER = Comparator.comparing(
                    (ReleaseTag tag) -> !tag.version().isPrerelease())
            .thenComparing(ReleaseTag::version)
            .thenComparing(ReleaseTag::name);

    /** Absent if the tag is no version. */
    static Optional<ReleaseTag> of(GitTag tag) {
        return tag.version().map(version -> new ReleaseTag(tag.name(), version, Optional.of(tag)));
    }
}
