package dev.jrelease.cli;

import java.util.OptionalInt;
import org.jline.utils.AttributedString;

/**
 * Breaks lines between words, so that they are at most as wide as a terminal, unless a single word is wider.
 *
 * @param columns of the terminal; empty where nothing is broken, as in a pipe
 */
record WordWrap(OptionalInt columns) {
    private static final String INDENT = "    ";

    /** Lines that the text has stay; what follows a break is indented. */
    String of(String text) {
        StringBuilder wrapped = new StringBuilder();
        for (String line : text.split("\n", -1)) {
            append(line, wrapped);
            wrapped.append('\n');
        }
        return wrapped.toString();
    }

    private void append(String line, StringBuilder wrapped) {
        int most = columns.orElse(Integer.MAX_VALUE);
        int width = 0;
        for (String word : line.split("(?<=\\S) ", -1)) {
            int own = new AttributedString(word).columnLength();
            boolean next = width > 0 && width + 1 + own > most;
            String gap = width == 0 ? "" : next ? "\n" + INDENT : " ";
            wrapped.append(gap).append(word);
            width = next ? INDENT.length() + own : width + gap.length() + own;
        }
    }
}
