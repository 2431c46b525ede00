/**
 * Values that never print. May use the JDK only.
 */
@NullMarked
package dev.jrelease.secret;

import org.jspecify.annotations.NullMarked;
