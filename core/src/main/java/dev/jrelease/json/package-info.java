/** Reads and writes JSON, with the same bytes for the same content. May use {@code failure}. */
@NullMarked
package dev.jrelease.json;

import org.jspecify.annotations.NullMarked;
