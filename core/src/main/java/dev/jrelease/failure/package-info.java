/**
 * What was attempted, what happened, what to try next, and whose move it is. May use the JDK only.
 */
@NullMarked
package dev.jrelease.failure;

import org.jspecify.annotations.NullMarked;
