/** The flags of {@code docker build} in an entry, and their effect on the image. */
@NullMarked
package dev.jrelease.pipes.images.flags;

import org.jspecify.annotations.NullMarked;
