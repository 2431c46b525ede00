/**
 * What the {@code git} program says about a repository, read and never written. May use the ground
 * packages.
 */
@NullMarked
package dev.jrelease.git;

import org.jspecify.annotations.NullMarked;
