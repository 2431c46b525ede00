/** The command line: one class per command, and {@code Console}, which prints failures and chooses the exit code. */
@NullMarked
package dev.jrelease.cli;

import org.jspecify.annotations.NullMarked;
