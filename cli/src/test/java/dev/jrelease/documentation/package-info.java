/** Checks the pages of the documentation: their links, their examples and their language. */
@NullMarked
package dev.jrelease.documentation;

import org.jspecify.annotations.NullMarked;
