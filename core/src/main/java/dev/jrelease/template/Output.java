package dev.jrelease.template;

import dev.jrelease.template.expression.Rendering;
import java.io.Writer;

/** Keeps what is written, up to more than any text needs. */
final class Output extends Writer {
    private static final int LONGEST = 1 << 24;

    private final StringBuilder text = new StringBuilder();

    @Override
    public void write(char[] from, int offset, int length) {
        requireRoom(length);
        text.append(from, offset, length);
    }

    /** Texts are written again and again: without this, each would be copied once more. */
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
