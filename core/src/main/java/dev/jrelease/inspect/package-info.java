/**
 * The command {@code inspect}: shows an image or index, or where two of them differ. May use {@code failure}, {@code
 * json} and {@code image}; prints nothing itself.
 */
@NullMarked
package dev.jrelease.inspect;

import org.jspecify.annotations.NullMarked;
