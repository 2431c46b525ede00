package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.image.ImageReference;

/**
 * A name that something is published under.
 *
 * @param text as the configuration spells it, every template filled in
 * @param floating whether it moves from release to release ({@code latest}, {@code v1}); any other never changes
 * @param location the line that asks for it
 */
public record ImageName(String text, ImageReference reference, boolean floating, Location location) {

    /** The tag alone, as the registry's API takes it. */
    public String tag() {
        return reference.manifestKey();
    }
}
