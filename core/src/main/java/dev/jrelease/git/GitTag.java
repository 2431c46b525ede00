package dev.jrelease.git;

import org.jspecify.annotations.Nullable;

/**
 * A tag, annotated or lightweight.
 *
 * @param commit that it points to, in full
 */
public record GitTag(String name, String commit) {
    // Written out: what the compiler makes is linked by reflection at the first call of a start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GitTag that && name.equals(that.name) && commit.equals(that.commit);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + commit.hashCode();
    }
}
