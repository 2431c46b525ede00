/**
 * Text of others, made fit to be shown. May use the JDK only.
 */
@NullMarked
package dev.jrelease.text;

import org.jspecify.annotations.NullMarked;
