package dev.jrelease.template;

import org.jspecify.annotations.Nullable;

/** The progress of parsing a text: the last tag, and the text between the tags. */
final class TemplateReader {
    private final Source source;
    private final CountingReader reader;
    private @Nullable Tag tag;
    private boolean closed;
    private int done;

    TemplateReader(Source source) {
        this.source = source;
        this.reader = new CountingReader(source.text());
    }

    Source source() {
        return source;
    }

    CountingReader reader() {
        return reader;
    }

    /** The last tag. */
    Tag tag() {
        if (tag == null) {
            throw new IllegalStateException("no tag was read");
        }
        return tag;
    }

    /** Notes that the parser has read a tag and its closing braces, or the rest of the text without finding any. */
    Tag next(String inside) {
        int end = reader.offset();
        closed = source.text().startsWith("}}", end - 2);
        // for a change of delimiters the parser leaves out some characters
        int start =
                inside.startsWith("=") ? source.text().indexOf("{{=", done) : end - inside.length() - (closed ? 4 : 2);
        // of three braces the parser reads the last one later
        int last = inside.startsWith("{") && source.text().startsWith("}", end) ? end + 1 : end;
        tag = Tag.of(source.text(), start, last, inside);
        return tag;
    }

    boolean isClosed() {
        return closed;
    }

    /** The text between the last two tags. */
    String textBefore() {
        Tag current = tag();
        String text = source.text().substring(Math.min(done, current.cutFrom()), current.cutFrom());
        done = Math.max(done, current.cutTo());
        return text;
    }

    /** The text after the last tag. */
    String rest() {
        return source.text().substring(done);
    }
}
