/** Shows a release while it runs, on a terminal or line by line. May use {@code report} and below, and JLine. */
@NullMarked
package dev.jrelease.cli.progress;

import org.jspecify.annotations.NullMarked;
