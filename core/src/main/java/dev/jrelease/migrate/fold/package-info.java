/**
 * Makes one entry for several platforms of entries of {@code dockers} that differ by their platforms only. May use {@code
 * config}, {@code image} and {@code migrate.edit}.
 */
@NullMarked
package dev.jrelease.migrate.fold;

import org.jspecify.annotations.NullMarked;
