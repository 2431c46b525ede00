package dev.jrelease.copy;

import dev.jrelease.image.Place;
import dev.jrelease.image.Platform;
import java.util.List;

/**
 * What is copied to where.
 *
 * @param platforms to copy; empty for what is usual for the place
 * @param all whether all platforms are copied, also where that is not usual
 * @param parallelism how many blobs are copied at the same time
 */
public record CopyRequest(Place from, Place to, List<Platform> platforms, boolean all, int parallelism) {
    public CopyRequest {
        platforms = List.copyOf(platforms);
    }
}
