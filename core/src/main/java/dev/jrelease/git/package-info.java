/** Reads a repository with the {@code git} program, and never writes to it. May use foundation packages. */
@NullMarked
package dev.jrelease.git;

import org.jspecify.annotations.NullMarked;
