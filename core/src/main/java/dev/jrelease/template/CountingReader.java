package dev.jrelease.template;

import java.io.Reader;

/** Counts the characters that mustache.java's parser has read; the parser itself counts lines only. */
final class CountingReader extends Reader {
    private final String text;
    private int at;
    private int marked;

    CountingReader(String text) {
        this.text = text;
    }

    /** The number of characters read. */
    int offset() {
        return at;
    }

    @Override
    public int read() {
        return at < text.length() ? text.charAt(at++) : -1;
    }

    @Override
    public int read(char[] into, int offset, int length) {
        int count = Math.min(length, text.length() - at);
        text.getChars(at, at + count, into, offset);
        at += count;
        return count == 0 && length > 0 ? -1 : count;
    }

    @Override
    public boolean markSupported() {
        return true;
    }

    @Override
    public void mark(int limit) {
        marked = at;
    }

    @Override
    public void reset() {
        at = marked;
    }

    @Override
    public void close() {}
}
