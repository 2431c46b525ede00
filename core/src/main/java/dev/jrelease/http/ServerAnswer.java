package dev.jrelease.http;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a {@link LoopbackServer} answers: a status and headers, and no body. */
public record ServerAnswer(int status, Map<String, String> headers) {
    public ServerAnswer {
        headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
    }

    public ServerAnswer(int status) {
        this(status, Map.of());
    }
}
