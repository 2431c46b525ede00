/**
 * Durations in the form that the file and the command line have. May use the JDK only.
 */
@NullMarked
package dev.jrelease.duration;

import org.jspecify.annotations.NullMarked;
