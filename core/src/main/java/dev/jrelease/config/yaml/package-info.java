/** YAML text as a tree of nodes with locations. May use {@code failure} and {@code template}. */
@NullMarked
package dev.jrelease.config.yaml;

import org.jspecify.annotations.NullMarked;
