/** The builder {@code gradle}. */
@NullMarked
package dev.jrelease.pipes.builds.gradle;

import org.jspecify.annotations.NullMarked;
