package dev.jrelease.cli;

import java.io.Writer;
import java.util.function.Consumer;

/** A writer that passes its text on when it is flushed. */
final class ShownLines extends Writer {
    private final StringBuilder text = new StringBuilder();
    private final Consumer<String> shown;

    ShownLines(Consumer<String> shown) {
        this.shown = shown;
    }

    @Override
    public void write(char[] from, int offset, int length) {
        text.append(from, offset, length);
    }

    @Override
    public void flush() {
        if (!text.isEmpty()) {
            shown.accept(text.toString());
            text.setLength(0);
        }
    }

    @Override
    public void close() {
        flush();
    }
}
