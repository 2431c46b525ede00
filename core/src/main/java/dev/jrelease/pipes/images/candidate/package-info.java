/** Makes a release of what was published as a candidate, and builds nothing. */
@NullMarked
package dev.jrelease.pipes.images.candidate;

import org.jspecify.annotations.NullMarked;
