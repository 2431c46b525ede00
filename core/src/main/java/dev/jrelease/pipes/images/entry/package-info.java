/** The sections about images: the records that they bind to, and their common form. */
@NullMarked
package dev.jrelease.pipes.images.entry;

import org.jspecify.annotations.NullMarked;
