package dev.jrelease.template;

import dev.jrelease.failure.Location;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The locations of a text's characters, computed on first use. */
final class TextPositions implements Positions {
    private final Location start;
    private final String text;
    private final IntUnaryOperator starts;
    private int @Nullable [] lines;
    private int[] columns = {};

    TextPositions(Location start, String text, IntUnaryOperator starts) {
        this.start = start;
        this.text = text;
        this.starts = starts;
    }

    @Override
    public Location at(int offset) {
        int index = Math.clamp(offset, 0, text.length());
        return new Location(start.file(), lines()[index], columns[index]);
    }

    private synchronized int[] lines() {
        if (lines == null) {
            lines = count();
        }
        return lines;
    }

    private int[] count() {
        int[] counted = new int[text.length() + 1];
        columns = new int[text.length() + 1];
        int line = 0;
        int column = starts.applyAsInt(0);
        for (int i = 0; i <= text.length(); i++) {
            counted[i] = start.line() + line;
            columns[i] = column;
            boolean newline = i < text.length() && text.charAt(i) == '\n';
            line += newline ? 1 : 0;
            // a surrogate pair counts as one character
            boolean first = i < text.length() && Character.isHighSurrogate(text.charAt(i));
            column = newline ? starts.applyAsInt(line) : first ? column : column + 1;
        }
        return counted;
    }
}
