/**
 * What the process was given, as one immutable value. May use the JDK only.
 */
@NullMarked
package dev.jrelease.environment;

import org.jspecify.annotations.NullMarked;
