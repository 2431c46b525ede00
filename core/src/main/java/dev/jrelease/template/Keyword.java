package dev.jrelease.template;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words that Go's templates do not take for names. */
enum Keyword {
    IF,
    WITH,
    RANGE,
    ELSE,
    END,
    DEFINE,
    TEMPLATE,
    BLOCK,
    BREAK,
    CONTINUE;

    private static final Pattern WORD = Pattern.compile("\\s*([a-z]+)(?![\\w.])");

    /** A keyword at the start of an expression. */
    record Found(Keyword keyword, int end) {}

    static Optional<Found> in(String expression, int from) {
        Matcher word = WORD.matcher(expression).region(from, expression.length());
        if (!word.lookingAt()) {
            return Optional.empty();
        }
        for (Keyword keyword : values()) {
            if (keyword.word().equals(word.group(1))) {
                return Optional.of(new Found(keyword, word.end()));
            }
        }
        return Optional.empty();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean opens() {
        return this == IF || this == WITH || this == RANGE;
    }

    /** What to write where it is not supported. */
    String instead() {
        return this == BREAK || this == CONTINUE
                ? "put an {{ if }} around what is not wanted for every item"
                : "put the text into a file and include that: {{> file }}";
    }
}
