package dev.jrelease.places;

import dev.jrelease.image.ImageSource;
import dev.jrelease.image.Manifest;

/**
 * An image or index in a place.
 *
 * @param name in messages
 * @param source of everything that it refers to
 */
public record PlacedImage(String name, ImageSource source, Manifest manifest) {}
