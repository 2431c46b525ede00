/**
 * The command {@code report}: one HTML page that shows what a release did, from its dist folder. May use {@code report},
 * {@code layout} and the packages below them.
 */
@NullMarked
package dev.jrelease.htmlreport;

import org.jspecify.annotations.NullMarked;
