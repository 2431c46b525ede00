/**
 * Programs that were built before the release and go into images.
 */
@NullMarked
package dev.jrelease.pipes.builds;

import org.jspecify.annotations.NullMarked;
