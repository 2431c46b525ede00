package dev.jrelease.template;

import com.github.mustachejava.MustacheException;
import dev.jrelease.template.expression.Rendering.TooMuch;

/** Finds the message of an exception of mustache.java, which wraps exceptions several times. */
final class Failures {
    private Failures() {}

    static String reason(RuntimeException failure) {
        Throwable innermost = failure;
        while (innermost instanceof MustacheException && innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        if (innermost instanceof TooMuch || (innermost instanceof MustacheException && isRecursion(innermost))) {
            return "it does too much, in nested loops or in partials that include each other";
        }
        return String.valueOf(innermost.getMessage());
    }

    private static boolean isRecursion(Throwable failure) {
        return String.valueOf(failure.getMessage()).contains("recursion");
    }
}
