/**
 * Plans tasks from the configuration and runs them in order. Knows no door to the world.
 */
@NullMarked
package dev.jrelease.pipeline;

import org.jspecify.annotations.NullMarked;
