/**
 * Binds a tree of YAML nodes to records, and reports every problem on the way. May use {@code failure}, {@code image},
 * {@code template} and {@code config.yaml}.
 */
@NullMarked
package dev.jrelease.config.bind;

import org.jspecify.annotations.NullMarked;
