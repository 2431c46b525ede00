/**
 * Patterns of names and paths, one matcher for all places that have them. May use the JDK only.
 */
@NullMarked
package dev.jrelease.glob;

import org.jspecify.annotations.NullMarked;
