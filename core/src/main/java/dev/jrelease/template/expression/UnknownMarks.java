package dev.jrelease.template.expression;

import dev.jrelease.template.text.Rendered;
import dev.jrelease.template.text.Unknown;
import java.util.ArrayList;
import java.util.List;

/** Stand in a text for its parts that are not known, while mustache.java writes it. */
public final class UnknownMarks {
    /** No text that is read from a file holds this character. */
    private static final char MARK = '\uffff';

    private final List<Unknown> parts = new ArrayList<>();

    /** The text with a mark for each part that is not known. */
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
        return parts.size(); // NUL is in no text
    }

    /** The text that was marked. */
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
