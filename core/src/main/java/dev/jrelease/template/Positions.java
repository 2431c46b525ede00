package dev.jrelease.template;

import dev.jrelease.failure.Location;
import java.util.function.IntUnaryOperator;

/** Maps characters of a text to locations in the file that it was read from. */
@FunctionalInterface
public interface Positions {
    /**
     * The location of a character.
     *
     * @param offset in the text, in Java's characters from 0
     */
    Location at(int offset);

    /** The positions of a text that its file contains unchanged, from this location on. */
    static Positions from(Location start, String text) {
        return lines(start, text, line -> line == 0 ? start.column() : 1);
    }

    /**
     * The positions of a text whose lines are consecutive in its file.
     *
     * @param columns where each line starts, the first being 0
     */
    static Positions lines(Location start, String text, IntUnaryOperator columns) {
        return new TextPositions(start, text, columns);
    }

    /** One location for all characters, for a text that is not in its file as it is. */
    static Positions all(Location place) {
        return offset -> place;
    }
}
