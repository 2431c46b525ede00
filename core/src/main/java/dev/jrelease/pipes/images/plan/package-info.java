/** From entries to images and indexes: names, platforms, programs, recipes, and what contradicts each other. */
@NullMarked
package dev.jrelease.pipes.images.plan;

import org.jspecify.annotations.NullMarked;
