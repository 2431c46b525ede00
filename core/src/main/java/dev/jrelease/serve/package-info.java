/** Serves an image layout as a registry that can only be read, for the command {@code serve}. */
@NullMarked
package dev.jrelease.serve;

import org.jspecify.annotations.NullMarked;
