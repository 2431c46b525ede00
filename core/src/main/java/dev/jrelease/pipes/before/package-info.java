/** Runs the commands of {@code before}. May use {@code process}; no client. */
@NullMarked
package dev.jrelease.pipes.before;

import org.jspecify.annotations.NullMarked;
