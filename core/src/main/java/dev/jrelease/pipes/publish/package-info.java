/**
 * Publishes what a release made, as one transaction. May use the engine, and the clients {@code layout} and
 * {@code registry}.
 */
@NullMarked
package dev.jrelease.pipes.publish;

import org.jspecify.annotations.NullMarked;
