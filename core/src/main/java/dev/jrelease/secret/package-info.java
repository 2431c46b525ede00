/** Values that are never printed. May use the JDK only. */
@NullMarked
package dev.jrelease.secret;

import org.jspecify.annotations.NullMarked;
