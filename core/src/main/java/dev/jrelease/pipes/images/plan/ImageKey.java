package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.image.Platform;
import dev.jrelease.pipes.images.entry.Combination;
import org.jspecify.annotations.Nullable;

/** Identifies an image of a release: its entry, its values of the matrix, and its platform. */
public record ImageKey(Location entry, Combination combination, Platform platform) {
    // Written out: what the compiler makes is linked by reflection at the first call of a start.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ImageKey that
                && entry.equals(that.entry)
                && combination.equals(that.combination)
                && platform.equals(that.platform);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * entry.hashCode() + combination.hashCode()) + platform.hashCode();
    }
}
