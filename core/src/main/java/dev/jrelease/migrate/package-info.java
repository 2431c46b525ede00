/**
 * Turns a file of GoReleaser's into one of jrelease's that plans the same: changes of its text, and a report of them.
 * May use {@code config}, {@code pipeline} and what these use; knows no stage.
 */
@NullMarked
package dev.jrelease.migrate;

import org.jspecify.annotations.NullMarked;
