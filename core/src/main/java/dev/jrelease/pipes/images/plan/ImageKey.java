package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.image.Platform;
import dev.jrelease.pipes.images.entry.Combination;

/** Identifies an image of a release: its entry, its values of the matrix, and its platform. */
public record ImageKey(Location entry, Combination combination, Platform platform) {}
