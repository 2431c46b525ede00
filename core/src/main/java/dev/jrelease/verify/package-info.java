/**
 * Verifies an image: its platform, the programs it starts and the executables in it. May use {@code failure} and {@code
 * image}.
 */
@NullMarked
package dev.jrelease.verify;

import org.jspecify.annotations.NullMarked;
