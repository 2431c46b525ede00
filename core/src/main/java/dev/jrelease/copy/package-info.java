/** Copies images from any place to any place, for the command {@code copy}. */
@NullMarked
package dev.jrelease.copy;

import org.jspecify.annotations.NullMarked;
