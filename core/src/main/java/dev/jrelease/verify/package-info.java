/**
 * Judges whether an image is what it says: its configuration, the program it starts and the executables in it. May
 * use {@code failure} and {@code image}.
 */
@NullMarked
package dev.jrelease.verify;

import org.jspecify.annotations.NullMarked;
