/**
 * What a release produces, as values that later stages ask for by type. May use {@code image} and below.
 */
@NullMarked
package dev.jrelease.artifact;

import org.jspecify.annotations.NullMarked;
