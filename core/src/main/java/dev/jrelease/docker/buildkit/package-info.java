/**
 * BuildKit's progress messages, and the session in which it requests secrets and credentials. May use foundation
 * packages and {@code credentials}.
 */
@NullMarked
package dev.jrelease.docker.buildkit;

import org.jspecify.annotations.NullMarked;
