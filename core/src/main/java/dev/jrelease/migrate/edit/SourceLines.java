package dev.jrelease.migrate.edit;

import dev.jrelease.failure.Location;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A text by its lines, which are counted from 0 and keep their ends. */
public final class SourceLines {
    private final String text;
    private final int[] starts;

    SourceLines(String text) {
        this.text = text;
        List<Integer> found = new ArrayList<>(List.of(0));
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            boolean ofTwo = letter == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n';
            if (letter == '\n' || (letter == '\r' && !ofTwo)) {
                found.add(i + 1);
            }
        }
        this.starts = found.stream().mapToInt(Integer::intValue).toArray();
    }

    String text() {
        return text;
    }

    public int count() {
        return starts.length;
    }

    /** The line that a character is in. */
    public int of(int offset) {
        int found = Arrays.binarySearch(starts, offset);
        return found >= 0 ? found : -found - 2;
    }

    public int start(int line) {
        return starts[line];
    }

    /** Behind the line's break. */
    public int end(int line) {
        return line + 1 < starts.length ? starts[line + 1] : text.length();
    }

    /** Without its break. */
    public String content(int line) {
        return text.substring(start(line), end(line)).stripTrailing();
    }

    public boolean isBlank(int line) {
        return content(line).isBlank();
    }

    boolean isComment(int line) {
        return content(line).stripLeading().startsWith("#");
    }

    /** How far a character is from the start of its line. */
    public int indent(int offset) {
        return offset - start(of(offset));
    }

    /** Whether nothing but spaces stands before a character in its line. */
    boolean isFirst(int offset) {
        return text.substring(start(of(offset)), offset).isBlank();
    }

    /** What ends a line of this text. */
    public String lineBreak() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /**
     * The first of the lines of comment right above a line; the line itself if there is none.
     *
     * @param indent of what they are about: a comment that is further in belongs to what is above it
     */
    public int headOf(int line, int indent) {
        int head = line;
        while (head > 0 && isComment(head - 1) && commentIndent(head - 1) <= indent) {
            head--;
        }
        return head;
    }

    /** The last of the lines of comment right below a line that are further in than what it is a part of. */
    public int tailOf(int line, int indent) {
        int tail = line;
        while (tail + 1 < count() && isComment(tail + 1) && commentIndent(tail + 1) > indent) {
            tail++;
        }
        return tail;
    }

    private int commentIndent(int line) {
        return content(line).indexOf('#');
    }

    /** The first of the blank lines right above a line; the line itself if there is none. */
    public int blankAbove(int line) {
        int first = line;
        while (first > 0 && isBlank(first - 1)) {
            first--;
        }
        return first;
    }

    /** The last of the blank lines right below a line; the line itself if there is none. */
    public int blankBelow(int line) {
        int last = line;
        while (last + 1 < count() && isBlank(last + 1)) {
            last++;
        }
        return last;
    }

    Location location(String name, int offset) {
        int line = of(offset);
        return new Location(name, line + 1, text.codePointCount(start(line), offset) + 1);
    }
}
