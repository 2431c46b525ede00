/**
 * The logins of {@code docker login}, {@code podman login} and {@code docker/login-action}. May use {@code failure},
 * {@code environment}, {@code json}, {@code process} and {@code secret}.
 */
@NullMarked
package dev.jrelease.credentials;

import org.jspecify.annotations.NullMarked;
