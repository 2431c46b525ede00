/** Failures and problems: what was attempted, why it failed, where, and what to do. May use the JDK only. */
@NullMarked
package dev.jrelease.failure;

import org.jspecify.annotations.NullMarked;
