/**
 * The folder that a release leaves on this machine. May use {@code config} and the packages below it.
 */
@NullMarked
package dev.jrelease.dist;

import org.jspecify.annotations.NullMarked;
