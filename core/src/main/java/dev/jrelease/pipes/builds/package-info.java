/**
 * Programs that were built before the release and go into images. May use the machine; no door but files.
 */
@NullMarked
package dev.jrelease.pipes.builds;

import org.jspecify.annotations.NullMarked;
