package dev.jrelease.template;

import dev.jrelease.failure.Location;
import java.util.function.IntUnaryOperator;

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
        return lines(start, text, line -> line == 0 ? start.column() : 1);
    }

    /**
     * For a text whose lines stand below each other in its file, from a place on.
     *
     * @param columns where each line starts, the first being 0
     */
    static Positions lines(Location start, String text, IntUnaryOperator columns) {
        return new TextPositions(start, text, columns);
    }

    /** For a text whose characters cannot be told apart in its file. */
    static Positions all(Location place) {
        return offset -> place;
    }
}
