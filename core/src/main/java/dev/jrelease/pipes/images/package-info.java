/**
 * Container images: build, verify, combine, push, tag, promote. One feature with several pipes. May use the machine,
 * and of the clients {@code docker}, {@code layout} and {@code registry}; never another feature.
 */
@NullMarked
package dev.jrelease.pipes.images;

import org.jspecify.annotations.NullMarked;
