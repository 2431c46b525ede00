package dev.jrelease.template;

import dev.jrelease.text.LinearPattern;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The keywords of Go's templates. */
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

    private static final LinearPattern WORD = LinearPattern.of("\\s*+([a-z]++)(?![\\w.])");

    /** A keyword at the start of an expression. */
    record Found(Keyword keyword, int end) {}

    static Optional<Found> in(String expression, int from) {
        return WORD.matchAt(expression, from, expression.length())
                .flatMap(word -> Stream.of(values())
                        .filter(keyword -> keyword.word().equals(word.group(1)))
                        .map(keyword -> new Found(keyword, word.end()))
                        .findFirst());
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What to write instead of an unsupported keyword. */
    String instead() {
        return this == BREAK || this == CONTINUE
                ? "put an {{ if }} around what is not wanted for every item"
                : "put the text into a file and include that: {{> file }}";
    }
}
