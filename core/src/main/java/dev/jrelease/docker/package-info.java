/**
 * The Docker engine: builds images, tells what it has, hands images over, removes them. May use the ground packages,
 * {@code image} and {@code credentials}, and {@code docker.buildkit} for what builds say and ask.
 */
@NullMarked
package dev.jrelease.docker;

import org.jspecify.annotations.NullMarked;
