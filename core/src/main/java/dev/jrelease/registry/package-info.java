/**
 * The client of registries that speak the OCI distribution API. May use {@code http}, {@code credentials},
 * {@code image}, and the ground below them.
 */
@NullMarked
package dev.jrelease.registry;

import org.jspecify.annotations.NullMarked;
