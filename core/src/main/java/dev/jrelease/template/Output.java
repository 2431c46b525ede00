package dev.jrelease.template;

import dev.jrelease.template.expression.Rendering;
import java.io.Writer;

/** Collects the output of a template, up to a limit. */
final class Output extends Writer {
    private static final int LONGEST = 1 << 24;

    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] from, int offset, int length) {
        requireRoom(length);
        text.append(from, offset, length);
    }

    /** Overridden to avoid a copy for each piece of text. */
    @Override
    public void write(String from, int offset, int length) {
        requireRoom(length);
        text.append(from, offset, offset + length);
    }

    private void requireRoom(int length) {
        if (text.length() + length > LONGEST) {
            throw new Rendering.TooMuch();
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    String text() {
        return text.toString();
    }
}
