package dev.jrelease.migrate.edit;

import dev.jrelease.config.yaml.SyntaxNode.Style;
import dev.jrelease.text.SearchPattern;
import java.util.Optional;

/** Writes a value as it was written, as far as that is possible. */
public final class ScalarText {
    private static final SearchPattern NOT_PLAIN =
            SearchPattern.of("^$|^[-?:]\\s|^[-?:]$|^[,\\[\\]{}#&*!|>'\"%@`\\s]|:\\s|\\s#|[:\\s]$|[\\x00-\\x1f]");
    private static final SearchPattern NOT_PLAIN_IN_BRACKETS = SearchPattern.of("[,\\[\\]{}]");
    private static final SearchPattern NOT_ONE_LINE = SearchPattern.of("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff]");

    private ScalarText() {}

    /** Absent if it cannot stand in one line. */
    public static Optional<String> of(String value, Style style, boolean inBrackets) {
        if (style == Style.BLOCK || NOT_ONE_LINE.isIn(value)) {
            return Optional.empty();
        }
        boolean plain =
                style == Style.PLAIN && !NOT_PLAIN.isIn(value) && !(inBrackets && NOT_PLAIN_IN_BRACKETS.isIn(value));
        if (plain) {
            return Optional.of(value);
        }
        boolean needsEscapes = value.contains("\"") || value.contains("\\");
        return Optional.of(style == Style.SINGLE_QUOTED || needsEscapes ? singleQuoted(value) : '"' + value + '"');
    }

    private static String singleQuoted(String value) {
        return "'" + value.replace("'", "''") + "'";
    }
}
