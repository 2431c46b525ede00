package dev.jrelease.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** The text of an instruction without line breaks, with the position of each part in the file. */
final class LogicalLine {
    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    private int in;
    private int counted = Integer.MAX_VALUE;
    private int column;

    /** The part of one line of the file. */
    private record Part(int offset, int line, int column) {}

    /** @param column of the first character, counted from 1 */
    void add(String part, int line, int column) {
        parts.add(new Part(text.length(), line, column));
        text.append(part);
    }

    String text() {
        return text.toString();
    }

    int firstLine() {
        return parts.getFirst().line;
    }

    /** Words are asked for in their order, so that what stands before is counted once. */
    Word word(String word, int offset) {
        if (offset < counted) {
            in = 0;
            counted = 0;
            column = parts.getFirst().column;
        }
        while (in + 1 < parts.size() && parts.get(in + 1).offset <= offset) {
            in++;
            counted = parts.get(in).offset;
            column = parts.get(in).column;
        }
        column += Character.codePointCount(text, counted, offset);
        counted = offset;
        return new Word(word, parts.get(in).line, column);
    }
}
