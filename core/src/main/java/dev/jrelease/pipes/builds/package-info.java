/** Prebuilt programs for images. May use {@code files}; no client. */
@NullMarked
package dev.jrelease.pipes.builds;

import org.jspecify.annotations.NullMarked;
