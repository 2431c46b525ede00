/**
 * What jrelease keeps on this machine between runs. It is safe for several processes, and damage in it looks as if it
 * were absent. May use the foundation and {@code image}.
 */
@NullMarked
package dev.jrelease.cache;

import org.jspecify.annotations.NullMarked;
