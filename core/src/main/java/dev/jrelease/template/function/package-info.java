/**
 * The functions of templates. They use other data only through {@link
 * dev.jrelease.template.function.EvaluationContext}. May use {@code failure}.
 */
@NullMarked
package dev.jrelease.template.function;

import org.jspecify.annotations.NullMarked;
