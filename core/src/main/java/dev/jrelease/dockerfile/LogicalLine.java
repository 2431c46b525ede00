package dev.jrelease.dockerfile;

import java.util.ArrayList;
import java.util.List;

/** An instruction's text without line breaks, and where in the file each part of it stands. */
final class LogicalLine {
    private final StringBuilder text = new StringBuilder();
    private final List<Part> parts = new ArrayList<>();

    /** What one line of the file adds. */
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

    Word word(String word, int offset) {
        Part in = parts.getFirst();
        for (Part part : parts) {
            if (part.offset <= offset) {
                in = part;
            }
        }
        int before = text.substring(in.offset, offset).codePointCount(0, offset - in.offset);
        return new Word(word, in.line, in.column + before);
    }
}
