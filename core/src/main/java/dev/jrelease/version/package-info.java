/**
 * Semantic versions. May use the JDK only.
 */
@NullMarked
package dev.jrelease.version;

import org.jspecify.annotations.NullMarked;
