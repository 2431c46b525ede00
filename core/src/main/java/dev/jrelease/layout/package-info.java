/** Reads and writes OCI image layouts; no other package writes one. May use {@code image} and foundation packages. */
@NullMarked
package dev.jrelease.layout;

import org.jspecify.annotations.NullMarked;
