/**
 * Turns a file of GoReleaser's into one of jrelease's that plans the same: {@code renew} changes keys, {@code fold} makes
 * one entry of several, each change is planned before it is kept. May use {@code config}, {@code pipeline} and what these
 * use; knows no stage.
 */
@NullMarked
package dev.jrelease.migrate;

import org.jspecify.annotations.NullMarked;
