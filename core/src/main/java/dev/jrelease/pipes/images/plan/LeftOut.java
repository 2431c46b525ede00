package dev.jrelease.pipes.images.plan;

import dev.jrelease.failure.Location;

/**
 * Why something is not made.
 *
 * @param by the condition that leaves it out
 * @param guess whether that was made up, so that it may well be made
 */
record LeftOut(Location by, boolean guess) {}
