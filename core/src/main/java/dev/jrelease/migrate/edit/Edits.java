package dev.jrelease.migrate.edit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes of a text, collected in any order. What is removed is removed, whatever else was to happen within it. */
public final class Edits {
    private final List<Edit> edits = new ArrayList<>();

    /** Other text for the characters from an offset up to another. */
    record Edit(int start, int end, String text) {
        private boolean covers(Edit other) {
            return start <= other.start && other.end <= end && start < other.end && other.start < end;
        }
    }

    public void replace(int start, int end, String text) {
        edits.add(new Edit(start, end, text));
    }

    public void delete(Span span) {
        replace(span.start(), span.end(), "");
    }

    public void insert(int offset, String text) {
        replace(offset, offset, text);
    }

    EditedText apply(String text) {
        StringBuilder out = new StringBuilder();
        List<Edit> applied = new ArrayList<>();
        int at = 0;
        for (Edit edit : inOrder()) {
            if (edit.start() < at && edit.end() <= at) {
                continue;
            }
            int start = Math.max(at, edit.start());
            out.append(text, at, start).append(edit.text());
            at = edit.end();
            applied.add(new Edit(start, at, edit.text()));
        }
        return new EditedText(out.append(text, at, text.length()).toString(), applied);
    }

    /** Without those within others; at one place what is inserted comes first, in the order in which it was added. */
    private List<Edit> inOrder() {
        return edits.stream()
                .filter(edit -> edits.stream().noneMatch(other -> !other.equals(edit) && other.covers(edit)))
                .distinct()
                .sorted(Comparator.comparingInt(Edit::start).thenComparing(edit -> edit.end() > edit.start()))
                .toList();
    }
}
