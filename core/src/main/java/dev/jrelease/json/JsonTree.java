package dev.jrelease.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Map;

/** Reads a tree of nodes from tokens, and writes it. The parser limits how deep it is. */
final class JsonTree {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private JsonTree() {}

    /** The value that begins with the current token. */
    static JsonNode read(JsonParser from) throws IOException {
        return switch (from.currentToken()) {
            case START_OBJECT -> object(from);
            case START_ARRAY -> array(from);
            case VALUE_STRING -> NODES.textNode(from.getText());
            case VALUE_NUMBER_INT -> integer(from);
            case VALUE_NUMBER_FLOAT -> NODES.numberNode(from.getDoubleValue());
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NullNode.instance;
            default -> throw new IllegalStateException("no value begins with " + from.currentToken());
        };
    }

    private static ObjectNode object(JsonParser from) throws IOException {
        ObjectNode object = NODES.objectNode();
        for (String name = from.nextFieldName(); name != null; name = from.nextFieldName()) {
            from.nextToken();
            object.set(name, read(from));
        }
        return object;
    }

    private static ArrayNode array(JsonParser from) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (from.nextToken() != JsonToken.END_ARRAY) {
            array.add(read(from));
        }
        return array;
    }

    private static JsonNode integer(JsonParser from) throws IOException {
        return switch (from.getNumberType()) {
            case INT -> NODES.numberNode(from.getIntValue());
            case LONG -> NODES.numberNode(from.getLongValue());
            default -> NODES.numberNode(from.getBigIntegerValue());
        };
    }

    static void write(JsonNode node, JsonGenerator to) throws IOException {
        switch (node.getNodeType()) {
            case OBJECT -> {
                to.writeStartObject();
                for (Map.Entry<String, JsonNode> member : node.properties()) {
                    to.writeFieldName(member.getKey());
                    write(member.getValue(), to);
                }
                to.writeEndObject();
            }
            case ARRAY -> {
                to.writeStartArray();
                for (JsonNode item : node) {
                    write(item, to);
                }
                to.writeEndArray();
            }
            case STRING -> to.writeString(node.textValue());
            case BINARY -> to.writeBinary(node.binaryValue());
            case NUMBER -> to.writeNumber(node.asText());
            case BOOLEAN -> to.writeBoolean(node.booleanValue());
            case NULL, MISSING -> to.writeNull();
            default -> throw new IllegalStateException("JSON has no " + node.getNodeType());
        }
    }
}
