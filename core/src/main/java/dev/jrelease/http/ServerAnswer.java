package dev.jrelease.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a {@link LoopbackServer} answers.
 *
 * @param length of the body in bytes. An answer to HEAD states it and has no body.
 */
public record ServerAnswer(int status, Map<String, String> headers, long length, Body body) {
    public ServerAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    /** Opens the content. */
    @FunctionalInterface
    public interface Body {
        InputStream open() throws IOException;
    }

    public ServerAnswer(int status) {
        this(status, Map.of());
    }

    public ServerAnswer(int status, Map<String, String> headers) {
        this(status, headers, 0, InputStream::nullInputStream);
    }

    public static ServerAnswer of(String mediaType, byte[] content) {
        return new ServerAnswer(
                200, Map.of("Content-Type", mediaType), content.length, () -> new ByteArrayInputStream(content));
    }

    public ServerAnswer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new ServerAnswer(status, more, length, body);
    }
}
