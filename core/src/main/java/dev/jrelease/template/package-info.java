/**
 * Text with holes: GoReleaser's expressions and mustache's sections, filled in by mustache.java. May use {@code
 * failure}.
 */
@NullMarked
package dev.jrelease.template;

import org.jspecify.annotations.NullMarked;
