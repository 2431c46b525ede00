package dev.jrelease.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The body of a request. */
public sealed interface Body {
    Body NONE = new None();

    /** Text in UTF-8. */
    static Body of(String text) {
        return new Bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** No body, and no {@code Content-Length}. */
    record None() implements Body {}

    /** A body in memory; an empty one has a {@code Content-Length} of 0. The array is not to be changed. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Bytes(byte[] bytes) implements Body {}

    /**
     * A body that is read while it is sent.
     *
     * @param length in bytes; a source that yields less or more fails the request
     */
    record Stream(long length, Source source) implements Body {}

    /** Opens a body from its beginning, as often as it has to be sent. */
    @FunctionalInterface
    interface Source {
        InputStream open() throws IOException;
    }
}
