/**
 * YAML text as a tree of nodes that know where they stand; nothing is made of them here. May use {@code failure} and
 * {@code template}.
 */
@NullMarked
package dev.jrelease.config.yaml;

import org.jspecify.annotations.NullMarked;
