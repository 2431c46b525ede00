/**
 * The HTTP client of all packages: requests and responses as plain values, bodies that stream, TLS made only where an https host
 * is met. May use {@code failure}, {@code concurrent} and {@code environment}.
 */
@NullMarked
package dev.jrelease.http;

import org.jspecify.annotations.NullMarked;
