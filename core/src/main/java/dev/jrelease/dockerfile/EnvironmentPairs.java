package dev.jrelease.dockerfile;

import java.util.LinkedHashMap;
import java.util.Map;

/** The pairs of {@code ENV}, {@code NAME=value NAME="a value"}; each character is read once. */
final class EnvironmentPairs {
    private final String text;
    private int at;

    private EnvironmentPairs(String text) {
        this.text = text;
    }

    /** Values as they are written, with their quotes. */
    static Map<String, String> of(String arguments) {
        return new EnvironmentPairs(arguments).all();
    }

    private Map<String, String> all() {
        Map<String, String> pairs = new LinkedHashMap<>();
        while (at < text.length()) {
            int start = at;
            word();
            int equals = text.indexOf('=', start);
            if (equals > start && equals < at) {
                pairs.put(text.substring(start, equals), text.substring(equals + 1, at));
            }
            at++;
        }
        return pairs;
    }

    private void word() {
        while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
            char character = text.charAt(at++);
            switch (character) {
                case '\\' -> at++;
                case '"', '\'' -> quoted(character);
                default -> {}
            }
        }
        at = Math.min(at, text.length());
    }

    private void quoted(char quote) {
        while (at < text.length() && text.charAt(at) != quote) {
            at += text.charAt(at) == '\\' && quote == '"' ? 2 : 1;
        }
        at++;
    }
}
