package dev.jrelease.cli.progress;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/**
 * Rows as lines of a terminal, each on one line: what has no room is cut, and the time stands at the right.
 *
 * @param columns of the terminal
 * @param colours whether the figures are faint
 * @param shown makes text of registries and builds fit to be shown
 */
record RowLines(int columns, boolean colours, UnaryOperator<String> shown) {
    private static final String INDENT = "    ";
    private static final String GAP = "  ";
    private static final String CUT = "…";
    private static final int LEAST_DOING = 12;

    /** At most so many lines; the last one counts those that are left out. */
    List<AttributedString> of(List<Row> rows, int most) {
        int shownRows = rows.size() <= most ? rows.size() : Math.max(0, most - 1);
        int title = rows.stream().mapToInt(row -> width(row.title())).max().orElse(0);
        List<AttributedString> lines = new ArrayList<>();
        rows.subList(0, shownRows).forEach(row -> lines.add(line(row, Math.min(title, columns / 2))));
        if (shownRows < rows.size() && most > 0) {
            lines.add(new AttributedString(cut(INDENT + "and " + (rows.size() - shownRows) + " more", columns - 1)));
        }
        return lines;
    }

    /** One column stays free: some terminals begin a new line with the last. */
    private AttributedString line(Row row, int titleWidth) {
        String start = INDENT + padded(cut(shown.apply(row.title()), titleWidth), titleWidth) + GAP;
        String end = (row.figures().isEmpty() ? "" : row.figures() + GAP) + row.clock();
        int room = columns - 1 - width(start) - width(GAP + end);
        if (room < LEAST_DOING) {
            end = row.clock();
            room = columns - 1 - width(start) - width(GAP + end);
        }
        AttributedStringBuilder line = new AttributedStringBuilder();
        line.append(start).append(padded(cut(shown.apply(row.doing()), room), Math.max(0, room)));
        line.append(GAP).styled(colours ? AttributedStyle.DEFAULT.faint() : AttributedStyle.DEFAULT, end);
        return line.toAttributedString().columnSubSequence(0, Math.max(0, columns - 1));
    }

    private static String cut(String text, int columns) {
        if (width(text) <= columns) {
            return text;
        }
        return new AttributedString(text).columnSubSequence(0, Math.max(0, columns - 1)) + (columns > 0 ? CUT : "");
    }

    private static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - width(text)));
    }

    private static int width(String text) {
        return new AttributedString(text).columnLength();
    }
}
