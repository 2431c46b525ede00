/**
 * Leaves out of a file what is not run here, and writes the rest with the keys of today. May use {@code config} and
 * {@code migrate.edit}.
 */
@NullMarked
package dev.jrelease.migrate.renew;

import org.jspecify.annotations.NullMarked;
