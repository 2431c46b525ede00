/**
 * What an editor needs to know of the configuration: its JSON Schema, made of the records that bind it. May use {@code
 * config}, {@code template}, {@code image} and {@code json}.
 */
@NullMarked
package dev.jrelease.schema;

import org.jspecify.annotations.NullMarked;
