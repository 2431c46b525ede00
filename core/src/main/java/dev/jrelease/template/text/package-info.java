/** Texts with parts that are unknown until the release runs. Uses the JDK only. */
@NullMarked
package dev.jrelease.template.text;

import org.jspecify.annotations.NullMarked;
