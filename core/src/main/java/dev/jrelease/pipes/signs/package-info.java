/**
 * Signatures of images and indexes that are published. May use the machine; no door.
 */
@NullMarked
package dev.jrelease.pipes.signs;

import org.jspecify.annotations.NullMarked;
