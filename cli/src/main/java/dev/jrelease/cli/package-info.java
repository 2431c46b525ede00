/**
 * The command line: one class per command, one place that turns a failure into words and an exit code.
 */
@NullMarked
package dev.jrelease.cli;

import org.jspecify.annotations.NullMarked;
