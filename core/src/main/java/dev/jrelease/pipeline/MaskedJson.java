package dev.jrelease.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.jrelease.secret.Redactor;

/** Masks in a document what templates wrote there of secrets. */
final class MaskedJson {
    private MaskedJson() {}

    static void mask(JsonNode node, Redactor redactor) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> entry.setValue(masked(entry.getValue(), redactor)));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, masked(array.get(i), redactor));
                }
            }
            default -> {}
        }
    }

    private static JsonNode masked(JsonNode value, Redactor redactor) {
        mask(value, redactor);
        return value.isTextual() ? TextNode.valueOf(redactor.redactRendered(value.asText())) : value;
    }
}
