/** The results of a release, as values that later stages select by type. May use {@code image} and below. */
@NullMarked
package dev.jrelease.artifact;

import org.jspecify.annotations.NullMarked;
