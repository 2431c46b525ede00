package dev.jrelease.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.json.Json;
import dev.jrelease.text.SearchPattern;
import dev.jrelease.text.VisibleText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The body of an error response.
 *
 * @param codes as the specification lists them, such as {@code DENIED}; often none
 * @param words for people; may be empty
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#error-codes">error codes</a>
 */
record ErrorBody(List<String> codes, String words) {
    private static final SearchPattern LINE_END = SearchPattern.of("\r\n|[\n\u000B\f\r\u0085\u2028\u2029]");
    private static final int LONGEST = 300;

    static ErrorBody read(byte[] body) {
        try {
            JsonNode node = Json.parse(body);
            if (node.isObject()) {
                return read(node);
            }
        } catch (IOException notJson) {
            // Proxies and storage backends answer in plain text or HTML.
        }
        return new ErrorBody(List.of(), plain(new String(body, StandardCharsets.UTF_8)));
    }

    private static ErrorBody read(JsonNode node) {
        List<JsonNode> errors =
                StreamSupport.stream(node.path("errors").spliterator(), false).toList();
        List<String> codes = errors.stream()
                .map(error -> error.path("code").asText(""))
                .filter(code -> !code.isEmpty())
                .toList();
        String words = errors.isEmpty()
                ? firstText(node)
                : errors.stream().map(ErrorBody::words).distinct().collect(Collectors.joining("; "));
        return new ErrorBody(codes, shortened(words));
    }

    /** Token servers have forms of their own: {@code {"details": "incorrect username or password"}}. */
    private static String firstText(JsonNode node) {
        return Stream.of("error_description", "message", "details", "detail", "error")
                .map(node::path)
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .findFirst()
                .orElse("");
    }

    private static String words(JsonNode error) {
        return Stream.of(error.path("code").asText(""), error.path("message").asText(""), detail(error.path("detail")))
                .filter(part -> !part.isBlank())
                .distinct()
                .collect(Collectors.joining(": "));
    }

    /** The detail, which often names the missing blob or tag; a list of access rights is left out. */
    private static String detail(JsonNode detail) {
        if (detail.isObject()) {
            return detail.properties().stream()
                    .filter(entry -> entry.getValue().isTextual())
                    .map(entry -> entry.getKey() + " " + entry.getValue().asText())
                    .collect(Collectors.joining(", "));
        }
        return detail.isTextual() ? detail.asText() : "";
    }

    private static String plain(String text) {
        boolean markup = text.stripLeading().startsWith("<");
        return markup ? "" : shortened(text.strip().lines().findFirst().orElse(""));
    }

    /** Safe text on one line, with limited length. */
    static String shortened(String text) {
        String shown = VisibleText.inLine(LINE_END.replace(text, end -> " "));
        return shown.length() <= LONGEST ? shown : wholeWords(shown) + "…";
    }

    /** Shortens only between words: a part of a secret would not be masked. */
    private static String wholeWords(String text) {
        return text.substring(0, text.lastIndexOf(' ', LONGEST) + 1);
    }
}
