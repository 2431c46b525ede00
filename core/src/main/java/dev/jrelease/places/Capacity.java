package dev.jrelease.places;

import dev.jrelease.image.Platform;
import java.util.Optional;

/**
 * How much of an index a place holds.
 *
 * @param whole whether it holds an index with all its images
 * @param usual whether it is written as a whole if nothing is chosen
 * @param own the platform of which one image is written if nothing is chosen
 */
public record Capacity(boolean whole, boolean usual, Optional<Platform> own) {}
