package dev.jrelease.pipes.images.flags;

import dev.jrelease.failure.Location;
import dev.jrelease.pipeline.Planning;

/** Attestations of an image (provenance, software bill of materials), which jrelease does not make yet. */
public final class Attestations {
    private Attestations() {}

    /** Reports that this request for an attestation is not followed. */
    public static void notMade(String words, Location location, Planning planning) {
        planning.notFollowed(
                location,
                words + ": jrelease does not make attestations",
                "remove it, or set it to false: the image is the same");
    }
}
