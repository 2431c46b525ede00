package dev.jrelease.serve;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An answer of the registry.
 *
 * @param length of the body in bytes
 */
record Answer(int status, Map<String, String> headers, long length, Body body) {

    /** Opens the content, unless the answer has none. */
    @FunctionalInterface
    interface Body {
        InputStream open() throws IOException;
    }

    static Answer of(String mediaType, byte[] content) {
        return new Answer(
                200, Map.of("Content-Type", mediaType), content.length, () -> new ByteArrayInputStream(content));
    }

    /** Content that is too large for the memory. */
    static Answer stream(int status, long length, Body body) {
        return new Answer(status, Map.of("Content-Type", "application/octet-stream"), length, body);
    }

    /** An error in the form of the specification. */
    static Answer error(int status, String code, String message) {
        ObjectNode document = Json.object();
        document.putArray("errors").addObject().put("code", code).put("message", message);
        Answer answer = of("application/json", Json.bytes(document));
        return new Answer(status, answer.headers, answer.length, answer.body);
    }

    Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, length, body);
    }
}
