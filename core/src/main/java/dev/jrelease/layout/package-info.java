/**
 * Images on disk, as an OCI image layout; nothing else writes one. May use {@code image} and the ground packages.
 */
@NullMarked
package dev.jrelease.layout;

import org.jspecify.annotations.NullMarked;
