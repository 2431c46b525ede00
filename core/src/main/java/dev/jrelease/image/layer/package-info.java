/** Reads the tar files of layers as streams. May use {@code image}; opens nothing itself. */
@NullMarked
package dev.jrelease.image.layer;

import org.jspecify.annotations.NullMarked;
