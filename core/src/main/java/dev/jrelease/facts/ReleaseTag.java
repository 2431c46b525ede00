package dev.jrelease.facts;

import dev.jrelease.git.GitTag;
import dev.jrelease.version.SemanticVersion;
import java.util.Optional;

/**
 * The tag of a release, or the tag that a snapshot starts from.
 *
 * @param name in full
 * @param tag in the repository; absent if it does not exist
 */
record ReleaseTag(String name, SemanticVersion version, Optional<GitTag> tag) {

    /** The start of a project without a tag. */
    static ReleaseTag none(TagRules rules) {
        return new ReleaseTag(rules.prefix() + "v0.0.0", SemanticVersion.ZERO, Optional.empty());
    }
}
