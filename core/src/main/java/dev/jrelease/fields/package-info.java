/** The names that templates know, and which of them are unknown. May use {@code config} and {@code facts}. */
@NullMarked
package dev.jrelease.fields;

import org.jspecify.annotations.NullMarked;
