/** The builder {@code maven}. */
@NullMarked
package dev.jrelease.pipes.builds.maven;

import org.jspecify.annotations.NullMarked;
