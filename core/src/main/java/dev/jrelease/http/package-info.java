/**
 * The HTTP client of all packages: requests and responses as plain values, streamed bodies, and TLS that is
 * initialised for the first https host. May use {@code failure}, {@code concurrent} and {@code environment}.
 */
@NullMarked
package dev.jrelease.http;

import org.jspecify.annotations.NullMarked;
