/**
 * The only place that starts threads. May use {@code failure}.
 */
@NullMarked
package dev.jrelease.concurrent;

import org.jspecify.annotations.NullMarked;
