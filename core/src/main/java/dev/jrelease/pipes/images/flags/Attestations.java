package dev.jrelease.pipes.images.flags;

import dev.jrelease.failure.Location;
import dev.jrelease.pipeline.Planning;

/** Statements about an image beside it, such as where it comes from and what is in it. None are made yet. */
public final class Attestations {
    private Attestations() {}

    /** Tells that what is asked for in these words is not made. */
    public static void notMade(String words, Location location, Planning planning) {
        planning.notFollowed(
                location, words + ": attestations are not made", "leave it out, or say false: the image is the same");
    }
}
