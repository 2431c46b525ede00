/** The flags of {@code docker build} that an entry may hold, and what they mean for the image. */
@NullMarked
package dev.jrelease.pipes.images.flags;

import org.jspecify.annotations.NullMarked;
