package dev.jrelease.places;

import dev.jrelease.image.ImageReference;
import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;
import java.util.Optional;

/**
 * An image or index in a place.
 *
 * @param name in messages
 * @param source of everything that it refers to
 * @param reference that it has in its place; empty if it has none, or a name that is none
 */
public record PlacedImage(String name, ImageSource source, Manifest manifest, Optional<ImageReference> reference) {
    /** A name in a layout or an archive, if it is a whole reference: a tag alone is none. */
    static Optional<ImageReference> reference(String name) {
        try {
            return name.contains("/") || name.contains(":")
                    ? Optional.of(ImageReference.parse(name))
                    : Optional.empty();
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }
}
