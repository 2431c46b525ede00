package dev.jrelease.migrate.edit;

import dev.jrelease.config.yaml.SyntaxNode.Style;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes a value as it was written, as far as that is possible. */
public final class ScalarText {
    private static final Pattern NOT_PLAIN =
            Pattern.compile("^$|^[-?:]\\s|^[-?:]$|^[,\\[\\]{}#&*!|>'\"%@`\\s]|:\\s|\\s#|[:\\s]$|[\\x00-\\x1f]");
    private static final Pattern NOT_PLAIN_IN_BRACKETS = Pattern.compile("[,\\[\\]{}]");
    private static final Pattern NOT_ONE_LINE = Pattern.compile("[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ufeff]");

    private ScalarText() {}

    /** Absent if it cannot stand in one line. */
    public static Optional<String> of(String value, Style style, boolean inBrackets) {
        if (style == Style.BLOCK || NOT_ONE_LINE.matcher(value).find()) {
            return Optional.empty();
        }
        boolean plain = style == Style.PLAIN
                && !NOT_PLAIN.matcher(value).find()
                && !(inBrackets && NOT_PLAIN_IN_BRACKETS.matcher(value).find());
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
