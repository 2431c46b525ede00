package dev.jrelease.docker;

import dev.jrelease.json.Json;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** The query of a request. Empty parameters are left out. */
final class Query {
    private final StringBuilder text = new StringBuilder();

    Query with(String name, String value) {
        if (!value.isEmpty()) {
            text.append(text.isEmpty() ? '?' : '&').append(name).append('=');
            text.append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
        return this;
    }

    Query with(String name, boolean on) {
        return with(name, on ? "1" : "");
    }

    Query with(String name, Map<String, String> object) {
        var json = Json.object();
        object.forEach(json::put);
        return with(name, object.isEmpty() ? "" : Json.text(json));
    }

    Query with(String name, List<String> array) {
        var json = Json.array();
        array.forEach(json::add);
        return with(name, array.isEmpty() ? "" : Json.text(json));
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
