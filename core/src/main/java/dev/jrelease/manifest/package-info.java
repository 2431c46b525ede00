/** Makes indexes of images that something else built, for the command {@code manifest}. */
@NullMarked
package dev.jrelease.manifest;

import org.jspecify.annotations.NullMarked;
