/** Patterns for names and paths. May use the JDK only. */
@NullMarked
package dev.jrelease.glob;

import org.jspecify.annotations.NullMarked;
