/**
 * The configuration: a file's text, and the typed records that are made of it. May use {@code failure}, {@code image}
 * and {@code template}.
 */
@NullMarked
package dev.jrelease.config;

import org.jspecify.annotations.NullMarked;
