/** The environment of the process as an immutable value. May use the JDK only. */
@NullMarked
package dev.jrelease.environment;

import org.jspecify.annotations.NullMarked;
