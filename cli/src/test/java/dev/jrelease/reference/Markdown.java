package dev.jrelease.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A page in Markdown, as it grows. */
final class Markdown {
    private final List<String> blocks = new ArrayList<>();

    /** A table: its head, and its rows. */
    record Table(List<String> head, List<List<String>> rows) {
        Table {
            head = List.copyOf(head);
            rows = List.copyOf(rows);
        }

        @Override
        public String toString() {
            List<String> lines = new ArrayList<>();
            lines.add(line(head));
            lines.add(line(head.stream().map(_ -> "---").toList()));
            rows.forEach(row -> lines.add(line(row)));
            return String.join("\n", lines);
        }

        private static String line(List<String> cells) {
            return "| " + String.join(" | ", cells.stream().map(Table::cell).toList()) + " |";
        }

        private static String cell(String text) {
            return text.replace("|", "\\|").replace("\n", " ");
        }
    }

    Markdown heading(int level, String text) {
        return block("#".repeat(level) + " " + text);
    }

    Markdown block(String text) {
        blocks.add(text);
        return this;
    }

    Markdown table(List<String> head, List<List<String>> rows) {
        return block(new Table(head, rows).toString());
    }

    Markdown items(List<String> items) {
        return block(String.join("\n", items.stream().map(item -> "- " + item).toList()));
    }

    /** Text as code, whatever it holds. */
    static String code(String text) {
        String fence = text.contains("`") ? "``" : "`";
        String pad = text.startsWith("`") || text.endsWith("`") ? " " : "";
        return fence + pad + text + pad + fence;
    }

    /** Text that leads to a heading of this page. */
    static String link(String text, String heading) {
        return "[" + text + "](#"
                + heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9_ -]", "")
                        .replace(' ', '-') + ")";
    }

    @Override
    public String toString() {
        return String.join("\n\n", blocks) + "\n";
    }
}
