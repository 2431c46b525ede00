/**
 * One reader and one writer of JSON, whose bytes are the same for the same content. May use {@code failure}.
 */
@NullMarked
package dev.jrelease.json;

import org.jspecify.annotations.NullMarked;
