/** How the programs of an entry are made. May use {@code pipeline}. */
@NullMarked
package dev.jrelease.pipes.builds.work;

import org.jspecify.annotations.NullMarked;
