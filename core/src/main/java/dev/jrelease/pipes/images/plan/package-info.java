/** Plans images and indexes from entries: names, platforms, programs, recipes, and conflicts between them. */
@NullMarked
package dev.jrelease.pipes.images.plan;

import org.jspecify.annotations.NullMarked;
