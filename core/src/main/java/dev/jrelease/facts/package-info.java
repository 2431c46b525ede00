/**
 * All inputs of a plan from outside of the configuration, read once. May use {@code git}, {@code version}, {@code
 * image}, {@code template.function} and foundation packages.
 */
@NullMarked
package dev.jrelease.facts;

import org.jspecify.annotations.NullMarked;
