/** Texts of which parts may not be known before the release runs. Uses the JDK alone. */
@NullMarked
package dev.jrelease.template.text;

import org.jspecify.annotations.NullMarked;
