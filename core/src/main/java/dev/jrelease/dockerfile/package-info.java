/**
 * Dockerfiles: their instructions with line numbers, their stages, and what they copy from the build context. May use
 * {@code image}.
 */
@NullMarked
package dev.jrelease.dockerfile;

import org.jspecify.annotations.NullMarked;
