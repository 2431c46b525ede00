package dev.jrelease.facts;

import dev.jrelease.git.GitTag;
import dev.jrelease.version.SemanticVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The tag that a release is of, or starts from.
 *
 * @param name in full
 * @param tag in the repository; absent if it is only said to be, or there is none yet
 */
record ReleaseTag(String name, SemanticVersion version, Optional<GitTag> tag) {

    /** What a release starts from where there is no tag yet. */
    static ReleaseTag none(TagRules rules) {
        return new ReleaseTag(rules.prefix() + "v0.0.0", SemanticVersion.ZERO, Optional.empty());
    }

    // Written out: what the compiler makes is linked by reflection at the first call of a start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ReleaseTag that
                && name.equals(that.name)
                && version.equals(that.version)
                && tag.equals(that.tag);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + version.hashCode()) + tag.hashCode();
    }
}
