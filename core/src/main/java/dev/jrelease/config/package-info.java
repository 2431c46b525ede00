/**
 * Loads a configuration: the text of files, and the records that it is bound to. May use {@code failure}, {@code image}
 * and {@code template}.
 */
@NullMarked
package dev.jrelease.config;

import org.jspecify.annotations.NullMarked;
