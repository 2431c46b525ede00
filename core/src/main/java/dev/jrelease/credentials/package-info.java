/**
 * What {@code docker login} left on this machine: entries of Docker's configuration file, and credential helpers. May
 * use {@code failure}, {@code environment}, {@code json}, {@code process} and {@code secret}.
 */
@NullMarked
package dev.jrelease.credentials;

import org.jspecify.annotations.NullMarked;
