package dev.jrelease.migrate;

/** Some characters of a text: from an offset up to another. */
record Span(int start, int end) {
    boolean contains(int offset) {
        return start <= offset && offset < end;
    }

    boolean contains(Span other) {
        return start <= other.start && other.end <= end;
    }
}
