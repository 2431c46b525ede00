/**
 * Plans tasks from the configuration and runs them in order. May use everything below but the doors to the world.
 */
@NullMarked
package dev.jrelease.pipeline;

import org.jspecify.annotations.NullMarked;
