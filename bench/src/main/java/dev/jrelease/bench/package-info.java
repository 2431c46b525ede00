/** Times pieces of {@code core} with JMH. */
@NullMarked
package dev.jrelease.bench;

import org.jspecify.annotations.NullMarked;
