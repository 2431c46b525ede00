/**
 * Writes the first configuration of a project, from what its files say. May use {@code buildfile}, {@code dockerfile},
 * {@code git} and {@code registry}.
 */
@NullMarked
package dev.jrelease.init;

import org.jspecify.annotations.NullMarked;
