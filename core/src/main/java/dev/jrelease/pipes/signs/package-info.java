/** Plans signatures of published images and indexes. No client. */
@NullMarked
package dev.jrelease.pipes.signs;

import org.jspecify.annotations.NullMarked;
