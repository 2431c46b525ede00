/**
 * The verb {@code inspect}: what an image or an index is, and where two of them differ. May use {@code failure},
 * {@code json} and {@code image}; prints nothing itself.
 */
@NullMarked
package dev.jrelease.inspect;

import org.jspecify.annotations.NullMarked;
