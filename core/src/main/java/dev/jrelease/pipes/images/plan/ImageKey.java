package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;
import dev.jrelease.image.Platform;
import dev.jrelease.pipes.images.entry.Combination;

/** Tells the images of one release apart: the entry that asks for it, its values of the matrix, and the platform. */
public record ImageKey(Location entry, Combination combination, Platform platform) {}
