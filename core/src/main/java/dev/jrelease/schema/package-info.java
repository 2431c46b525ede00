/**
 * The JSON Schema of the configuration, for editors, created from the records that bind it. May use {@code config},
 * {@code template}, {@code image} and {@code json}.
 */
@NullMarked
package dev.jrelease.schema;

import org.jspecify.annotations.NullMarked;
