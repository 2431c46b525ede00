package dev.jrelease.git;

import dev.jrelease.version.SemanticVersion;
import java.util.Optional;

/**
 * A tag, annotated or lightweight.
 *
 * @param commit that it leads to, in full
 */
public record GitTag(String name, String commit) {

    /** Absent for a tag that is not a version. */
    public Optional<SemanticVersion> version() {
        return SemanticVersion.parse(name);
    }
}
