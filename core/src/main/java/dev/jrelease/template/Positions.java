package dev.jrelease.template;

import dev.jrelease.failure.Location;

/** Knows where a character of a text stands in the file it was read from. */
@FunctionalInterface
public interface Positions {
    /**
     * The place of one character.
     *
     * @param offset in the text, in Java's characters from 0
     */
    Location at(int offset);

    /** For a text that stands in its file as it is, from the given place on. */
    static Positions from(Location start, String text) {
        return offset -> {
            String before = text.substring(0, Math.clamp(offset, 0, text.length()));
            int lines = (int) before.chars().filter(letter -> letter == '\n').count();
            int inLine = before.codePointCount(before.lastIndexOf('\n') + 1, before.length());
            return new Location(start.file(), start.line() + lines, inLine + (lines == 0 ? start.column() : 1));
        };
    }

    /** For a text whose characters cannot be told apart in its file. */
    static Positions all(Location place) {
        return offset -> place;
    }
}
