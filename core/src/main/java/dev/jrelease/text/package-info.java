/**
 * Text of others: patterns that are safe to read it with, and what makes it fit to be shown. May use the JDK only.
 */
@NullMarked
package dev.jrelease.text;

import org.jspecify.annotations.NullMarked;
