/**
 * Binds YAML nodes to records, and reports problems. May use {@code failure}, {@code image}, {@code template} and
 * {@code config.yaml}.
 */
@NullMarked
package dev.jrelease.config.bind;

import org.jspecify.annotations.NullMarked;
