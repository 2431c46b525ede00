/**
 * The only place that starts processes. May use {@code failure}, {@code concurrent} and
 * {@code environment}.
 */
@NullMarked
package dev.jrelease.process;

import org.jspecify.annotations.NullMarked;
