/**
 * What BuildKit says while it builds, and the session in which it asks for secrets and credentials. May use the
 * ground packages and {@code credentials}.
 */
@NullMarked
package dev.jrelease.docker.buildkit;

import org.jspecify.annotations.NullMarked;
