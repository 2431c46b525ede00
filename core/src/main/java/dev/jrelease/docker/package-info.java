/**
 * The client of the Docker engine: builds, lists, exports and removes images. May use foundation packages, {@code
 * image} and {@code credentials}, and {@code docker.buildkit} for progress and sessions of builds.
 */
@NullMarked
package dev.jrelease.docker;

import org.jspecify.annotations.NullMarked;
