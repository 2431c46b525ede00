/**
 * The functions that templates call: values in, a value out. They know nothing of templates, and reach the world only
 * through {@link dev.jrelease.template.function.EvaluationContext}. May use {@code failure}.
 */
@NullMarked
package dev.jrelease.template.function;

import org.jspecify.annotations.NullMarked;
