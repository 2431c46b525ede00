/**
 * What a release did, and what it says while it does it. May use {@code artifact} and below.
 */
@NullMarked
package dev.jrelease.report;

import org.jspecify.annotations.NullMarked;
