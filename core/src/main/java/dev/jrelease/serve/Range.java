package dev.jrelease.serve;

import dev.jrelease.text.LinearPattern;
import java.util.Optional;

/** A part of a blob, from the first to the last byte: {@code bytes=0-1023}, {@code bytes=1024-}, {@code bytes=-100}. */
record Range(long from, long to) {
    private static final LinearPattern NUMBER = LinearPattern.of("[0-9]{1,18}");
    private static final String UNIT = "bytes=";

    /** Empty for a header that is missing or has another form, which asks for the whole. */
    static Optional<Range> parse(String header, long size) {
        String text = header.startsWith(UNIT) ? header.substring(UNIT.length()) : "";
        int dash = text.indexOf('-');
        if (dash < 0) {
            return Optional.empty();
        }
        String first = text.substring(0, dash);
        String last = text.substring(dash + 1);
        if (first.isEmpty()) {
            return number(last).map(count -> new Range(Math.max(0, size - count), size - 1));
        }
        Optional<Long> end = last.isEmpty() ? Optional.of(size - 1) : number(last);
        return number(first)
                .flatMap(from -> end.map(to -> new Range(from, Math.min(to, size - 1))))
                .filter(range -> range.from >= size || range.to >= range.from);
    }

    private static Optional<Long> number(String text) {
        return NUMBER.matches(text) ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    long length() {
        return to - from + 1;
    }
}
