package dev.jrelease.manifest;

import dev.jrelease.image.ImageReference;
import dev.jrelease.image.Place;
import dev.jrelease.image.PlatformOverride;

/**
 * A place whose images become children of an index.
 *
 * @param override what the index states of their platform instead of what they state
 */
public record IndexSource(Place place, PlatformOverride override) {

    /** The place of the source in {@code docker manifest}, which keeps each one in a file with this name. */
    String fileName() {
        String name = place instanceof Place.InRegistry(String _, ImageReference reference)
                ? reference.toString()
                : place.text();
        return name.replace(':', '-').replace('/', '_');
    }
}
