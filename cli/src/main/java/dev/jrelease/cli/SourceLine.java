package dev.jrelease.cli;

import dev.jrelease.failure.Location;
import java.util.function.UnaryOperator;
import org.jline.utils.WCWidth;

/** Formats a line of a file with a caret under a location. */
final class SourceLine {
    /** The columns of a usual terminal; a longer line is shortened, so that the caret stays under its character. */
    private static final int TERMINAL = 80;

    private static final int TAB = 8;
    private static final String CUT = "…";

    private final int[] characters;
    private final int caret;
    private final String number;
    private final int widest;

    private SourceLine(int[] characters, int caret, String number) {
        this.characters = characters;
        this.caret = caret;
        this.number = number;
        this.widest = TERMINAL - start(number).length() - 2 * CUT.length();
    }

    private static String start(String number) {
        return "  " + number + " | ";
    }

    /** Masks the line before it is shortened, because a mask may be longer or shorter than its secret. */
    static String excerpt(Location place, String line, UnaryOperator<String> masked) {
        int length = line.codePointCount(0, line.length());
        int column = Math.clamp(place.column() - 1L, 0, length);
        String start = line.substring(0, line.offsetByCodePoints(0, column));
        String maskedLine = masked.apply(line);
        String before = maskedLine.equals(line) ? start : masked.apply(start);
        int[] shown = ProblemText.visible(maskedLine).codePoints().toArray();
        int caret = Math.min(before.codePointCount(0, before.length()), shown.length);
        return new SourceLine(shown, caret, String.valueOf(place.line())).lines();
    }

    private String lines() {
        int from = width(0, characters.length) <= widest ? 0 : from();
        int to = to(from);
        String start = from > 0 ? CUT : "";
        String end = to < characters.length ? CUT : "";
        return "\n" + start(number) + start + new String(characters, from, to - from) + end + "\n"
                + start(" ".repeat(number.length())) + " ".repeat(start.length()) + space(from) + "^";
    }

    /** The first character to show: the caret is in the middle, except near an end of the line. */
    private int from() {
        int from = caret;
        int before = 0;
        int after = width(caret, characters.length);
        while (from > 0) {
            before += width(from - 1, from);
            if (before > widest / 2 && before + after > widest) {
                break;
            }
            from--;
        }
        return from;
    }

    private int to(int from) {
        int to = from;
        int width = 0;
        while (to < characters.length) {
            width += width(to, to + 1);
            if (width > widest) {
                break;
            }
            to++;
        }
        return to;
    }

    private int width(int from, int to) {
        int width = 0;
        for (int i = from; i < to; i++) {
            width += characters[i] == '\t' ? TAB : WCWidth.wcwidth(characters[i]);
        }
        return width;
    }

    /** White space as wide as the text before the caret; a tab is as wide as the tab above it. */
    private String space(int from) {
        StringBuilder space = new StringBuilder();
        for (int i = from; i < caret; i++) {
            space.append(characters[i] == '\t' ? "\t" : " ".repeat(WCWidth.wcwidth(characters[i])));
        }
        return space.toString();
    }
}
