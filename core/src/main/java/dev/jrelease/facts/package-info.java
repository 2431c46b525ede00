/**
 * Everything about the world that planning a release may know, read once. May use {@code git}, {@code version},
 * {@code image}, {@code template.function} and the ground packages.
 */
@NullMarked
package dev.jrelease.facts;

import org.jspecify.annotations.NullMarked;
