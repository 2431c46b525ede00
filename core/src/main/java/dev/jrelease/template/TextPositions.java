package dev.jrelease.template;

import dev.jrelease.failure.Location;
import org.jspecify.annotations.Nullable;

/** The places of a text's characters, counted once, when the first of them is asked for. */
final class TextPositions implements Positions {
    private final Location start;
    private final String text;
    private int @Nullable [] lines;
    private int[] columns = {};

    TextPositions(Location start, String text) {
        this.start = start;
        this.text = text;
    }

    @Override
    public Location at(int offset) {
        if (offset <= 0) {
            return start;
        }
        int index = Math.min(offset, text.length());
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
        int line = start.line();
        int column = start.column();
        for (int i = 0; i <= text.length(); i++) {
            counted[i] = line;
            columns[i] = column;
            boolean newline = i < text.length() && text.charAt(i) == '\n';
            line += newline ? 1 : 0;
            // what needs two of Java's characters is one
            boolean first = i < text.length() && Character.isHighSurrogate(text.charAt(i));
            column = newline ? 1 : first ? column : column + 1;
        }
        return counted;
    }
}
