package dev.jrelease.template.expression;

import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.util.ArrayList;
import java.util.List;

/** Replaces unknown parts by marks while mustache.java writes a text, and restores them afterwards. */
public final class UnknownMarks {
    /** A character that no text of a file contains. */
    private static final char MARK = '\uffff';

    private final List<Unknown> parts = new ArrayList<>();

    /** The text with a mark for each unknown part. */
    public String put(Rendered text) {
        StringBuilder marked = new StringBuilder();
        for (Rendered.Part part : text.parts()) {
            switch (part) {
                case Rendered.Known(String known) -> marked.append(known);
                case Unknown unknown -> marked.append(MARK).append((char) index(unknown));
            }
        }
        return marked.toString();
    }

    private int index(Unknown unknown) {
        if (parts.size() == MARK - 1) {
            throw new Rendering.TooMuch();
        }
        parts.add(unknown);
        return parts.size(); // no text contains NUL
    }

    /** The text with the unknown parts restored. */
    public Rendered take(String marked) {
        List<Rendered.Part> taken = new ArrayList<>();
        int from = 0;
        for (int at = marked.indexOf(MARK); at >= 0 && at + 1 < marked.length(); at = marked.indexOf(MARK, from)) {
            int index = marked.charAt(at + 1) - 1;
            taken.add(new Rendered.Known(marked.substring(from, at)));
            taken.add(
                    index >= 0 && index < parts.size()
                            ? parts.get(index)
                            : new Rendered.Known(marked.substring(at, at + 2)));
            from = at + 2;
        }
        taken.add(new Rendered.Known(marked.substring(from)));
        return new Rendered(taken);
    }
}
