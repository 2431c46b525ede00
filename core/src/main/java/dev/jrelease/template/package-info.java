/**
 * Templates with GoReleaser's expressions and mustache's sections, rendered by mustache.java. May use {@code failure}.
 */
@NullMarked
package dev.jrelease.template;

import org.jspecify.annotations.NullMarked;
