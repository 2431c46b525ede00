package dev.jrelease.inspect;

import dev.jrelease.text.VisibleText;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A table as text, with each column as wide as its widest cell. */
final class Columns {
    private static final String GAP = "  ";

    private final String indent;
    private final List<List<String>> rows = new ArrayList<>();

    Columns(String indent) {
        this.indent = indent;
    }

    Columns row(String... cells) {
        rows.add(Stream.of(cells).map(VisibleText::inLine).toList());
        return this;
    }

    /** The rows, one per line. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(indent);
            for (int i = 0; i < row.size(); i++) {
                String cell = row.get(i);
                line.append(cell)
                        .repeat(' ', width(i) - cell.codePointCount(0, cell.length()))
                        .append(GAP);
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    private int width(int column) {
        return rows.stream()
                .filter(row -> row.size() > column)
                .map(row -> row.get(column))
                .mapToInt(cell -> cell.codePointCount(0, cell.length()))
                .max()
                .orElse(0);
    }
}
