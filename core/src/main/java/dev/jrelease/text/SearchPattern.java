package dev.jrelease.text;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A regular expression that is searched for in untrusted text, in time in proportion to the text. Nothing may follow an
 * unlimited repetition, so that no character is read for a second match.
 *
 * @see LinearPattern
 */
public final class SearchPattern {
    private final String expression;
    private volatile @Nullable Pattern compiled;

    private SearchPattern(String expression) {
        this.expression = expression;
    }

    /** Compiled when it is used first: most starts need few of all patterns. */
    private Pattern pattern() {
        Pattern known = compiled;
        if (known == null) {
            known = Pattern.compile(expression);
            compiled = known;
        }
        return known;
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
        return pattern().matcher(text).find();
    }

    public Optional<MatchResult> first(CharSequence text) {
        Matcher matcher = pattern().matcher(text);
        return matcher.find() ? Optional.of(matcher) : Optional.empty();
    }

    public Stream<MatchResult> all(CharSequence text) {
        return pattern().matcher(text).results();
    }

    public String remove(CharSequence text) {
        return replace(text, found -> "");
    }

    /** Every match replaced by exactly what the function says. */
    public String replace(CharSequence text, Function<MatchResult, String> replacement) {
        return pattern().matcher(text).replaceAll(found -> Matcher.quoteReplacement(replacement.apply(found)));
    }
}
