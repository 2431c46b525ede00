/**
 * The language between the braces: fields, variables, calls and pipes, as Go's text/template has them,
 * and bare names, as mustache has them. May use {@code failure} and {@code template.function}.
 */
@NullMarked
package dev.jrelease.template.expression;

import org.jspecify.annotations.NullMarked;
