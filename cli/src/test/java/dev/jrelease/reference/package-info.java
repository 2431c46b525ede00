/** Writes docs/reference.md, from the code that does what is said there. */
@NullMarked
package dev.jrelease.reference;

import org.jspecify.annotations.NullMarked;
