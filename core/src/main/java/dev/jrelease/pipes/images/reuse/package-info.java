/**
 * What earlier runs on this machine made, and may be taken again instead of being made. Knows what images are made of,
 * the layout and the cache; asks no engine and no registry.
 */
@NullMarked
package dev.jrelease.pipes.images.reuse;

import org.jspecify.annotations.NullMarked;
