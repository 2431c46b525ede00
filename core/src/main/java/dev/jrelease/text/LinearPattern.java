package dev.jrelease.text;

import dev.jrelease.concurrent.Lazy;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A regular expression that is matched with the whole of an untrusted text, or with its start, in time in proportion to
 * the text and with constant stack. Unlimited repetitions must be possessive: {@code [a-z]++}, never {@code [a-z]+}.
 *
 * @see SearchPattern
 */
public final class LinearPattern {
    /** Compiled when it is used first: most starts need few of all patterns. */
    private final Lazy<Pattern> pattern;

    private LinearPattern(String expression) {
        this.pattern = new Lazy<>(() -> Pattern.compile(expression));
    }

    /**
     * A pattern for an expression.
     *
     * @throws IllegalArgumentException if it may go back over what it has read
     */
    public static LinearPattern of(String expression) {
        PatternRule.of(expression);
        return new LinearPattern(expression);
    }

    public static String quote(String text) {
        return Pattern.quote(text);
    }

    public boolean matches(CharSequence text) {
        return pattern.get().matcher(text).matches();
    }

    public Optional<MatchResult> match(CharSequence text) {
        Matcher matcher = pattern.get().matcher(text);
        return matcher.matches() ? Optional.of(matcher) : Optional.empty();
    }

    public Optional<MatchResult> matchAtStart(CharSequence text) {
        return matchAt(text, 0, text.length());
    }

    /** A match that begins at one place and ends before another. */
    public Optional<MatchResult> matchAt(CharSequence text, int start, int end) {
        Matcher matcher = pattern.get().matcher(text).region(start, end);
        return matcher.lookingAt() ? Optional.of(matcher) : Optional.empty();
    }
}
