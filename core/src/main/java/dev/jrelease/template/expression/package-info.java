/**
 * The expressions of templates: fields, variables, calls and pipelines as in Go's text/template, and bare names as in
 * mustache. May use {@code failure} and {@code template.function}.
 */
@NullMarked
package dev.jrelease.template.expression;

import org.jspecify.annotations.NullMarked;
