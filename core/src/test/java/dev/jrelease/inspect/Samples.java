package dev.jrelease.inspect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Configurations for images of tests. */
final class Samples {
    private Samples() {}

    /** @param config the inner object, with single quotes */
    static ObjectNode config(String architecture, String config) {
        try {
            String json = config.replace('\'', '"');
            ObjectNode node = Json.object().put("os", "linux").put("architecture", architecture);
            node.put("created", "2026-01-01T00:00:00Z");
            node.putArray("history").addObject().put("created_by", "COPY");
            node.set("config", Json.parse(json.getBytes(StandardCharsets.UTF_8)));
            return node;
        } catch (IOException malformed) {
            throw new UncheckedIOException(malformed);
        }
    }
}
