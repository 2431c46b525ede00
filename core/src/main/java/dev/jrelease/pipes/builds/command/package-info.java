/** The builder {@code command}. */
@NullMarked
package dev.jrelease.pipes.builds.command;

import org.jspecify.annotations.NullMarked;
