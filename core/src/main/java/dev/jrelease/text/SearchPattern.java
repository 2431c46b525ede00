package dev.jrelease.text;

import dev.jrelease.concurrent.Lazy;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A regular expression that is searched for in untrusted text, in time in proportion to the text. Nothing may follow an
 * unlimited repetition, so that no character is read for a second match.
 *
 * @see LinearPattern
 */
public final class SearchPattern {
    /** Compiled when it is used first: most starts need few of all patterns. */
    private final Lazy<Pattern> pattern;

    private SearchPattern(String expression) {
        this.pattern = new Lazy<>(() -> Pattern.compile(expression));
    }

    /**
     * A pattern for an expression.
     *
     * @throws IllegalArgumentException if a search for it may read the same text many times
     */
    public static SearchPattern of(String expression) {
        if (!PatternRule.of(expression).runIsLast()) {
            throw new IllegalArgumentException("a search for " + expression + " could read the same text many times");
        }
        return new SearchPattern(expression);
    }

    public boolean isIn(CharSequence text) {
        return pattern.get().matcher(text).find();
    }

    public Optional<MatchResult> first(CharSequence text) {
        Matcher matcher = pattern.get().matcher(text);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    public Stream<MatchResult> all(CharSequence text) {
        return pattern.get().matcher(text).results();
    }

    public String remove(CharSequence text) {
        return replace(text, found -> "");
    }

    /** Every match replaced by exactly what the function says. */
    public String replace(CharSequence text, Function<MatchResult, String> replacement) {
        return pattern.get().matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }
}
