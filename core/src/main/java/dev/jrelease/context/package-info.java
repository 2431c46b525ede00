/**
 * Writes the build context of an image as a tar file: the same files give the same bytes on any host. May use {@code
 * failure} and {@code image}.
 */
@NullMarked
package dev.jrelease.context;

import org.jspecify.annotations.NullMarked;
