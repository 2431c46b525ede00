/**
 * Container images: build, verify, combine, push, tag, promote. One feature with several pipes.
 */
@NullMarked
package dev.jrelease.pipes.images;

import org.jspecify.annotations.NullMarked;
