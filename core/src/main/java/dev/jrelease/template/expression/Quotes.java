package dev.jrelease.template.expression;

import dev.jrelease.text.SearchPattern;
import java.util.regex.MatchResult;

/** Quoted text in Go's syntax. */
final class Quotes {
    private static final String TEXT = "write text as \"…\", or as `…` inside double quotes of YAML";
    private static final String BRACES =
            "'}}' ends an expression even inside quotes: write it as \"}\" \"}\" or \"}\\x7d\"";

    private static final SearchPattern ESCAPE =
            SearchPattern.of("(?s)\\\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|([0-7]{3})|(.?))");
    private static final String LETTERS = "abfnrtv\\'\"";
    private static final String MEANINGS = "\u0007\b\f\n\r\t\u000b\\'\"";

    private Quotes() {}

    /** The end of the text that starts at a quote; negative if it is not closed. */
    static int end(String text, int start) {
        char quote = text.charAt(start);
        for (int i = start + 1; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == quote) {
                return i;
            }
            if (letter == '\\' && quote != '`') {
                i++;
            }
        }
        return -1;
    }

    /**
     * What to do about a text that is not closed.
     *
     * @param after the text behind the expression
     */
    static String hint(char quote, String after) {
        int next = after.indexOf("{{");
        boolean closedLater =
                after.substring(0, next < 0 ? after.length() : next).indexOf(quote) >= 0;
        return closedLater ? BRACES : TEXT;
    }

    static String unescaped(String inside, int offset) throws SyntaxFailure {
        StringBuilder out = new StringBuilder();
        int done = 0;
        for (MatchResult escape : ESCAPE.all(inside).toList()) {
            String meaning = meaning(escape);
            if (meaning.isEmpty()) {
                throw new SyntaxFailure(
                        offset + escape.start(), "'" + escape.group() + "' is not an escape sequence of Go");
            }
            out.append(inside, done, escape.start()).append(meaning);
            done = escape.end();
        }
        return out.append(inside, done, inside.length()).toString();
    }

    private static String meaning(MatchResult escape) {
        for (int group = 1; group <= 3; group++) {
            if (escape.group(group) != null) {
                return codePoint(Long.parseLong(escape.group(group), 16));
            }
        }
        if (escape.group(4) != null) {
            return codePoint(Long.parseLong(escape.group(4), 8));
        }
        int known = escape.group(5).isEmpty() ? -1 : LETTERS.indexOf(escape.group(5));
        return known < 0 ? "" : MEANINGS.substring(known, known + 1);
    }

    private static String codePoint(long number) {
        return number <= Character.MAX_CODE_POINT ? Character.toString((int) number) : "";
    }

    /** Go's {@code 'x'} is a number. */
    static String character(String inside, int offset) throws SyntaxFailure {
        String letter = unescaped(inside, offset + 1);
        if (letter.codePointCount(0, letter.length()) != 1) {
            throw new SyntaxFailure(offset, "single quotes contain one character", TEXT);
        }
        return String.valueOf(letter.codePointAt(0));
    }
}
