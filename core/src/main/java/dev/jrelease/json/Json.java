package dev.jrelease.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.text.VisibleText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes JSON. Objects keep the order of their keys, so the same content has the same bytes. Without Jackson's
 * data binding, whose first use takes longer than everything else that a plan does with JSON.
 */
public final class Json {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultPrettyPrinter PRETTY = new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));

    private static final Separators SEPARATORS =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

    private Json() {}

    public static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    public static ArrayNode array() {
        return JsonNodeFactory.instance.arrayNode();
    }

    /**
     * Parses a whole document.
     *
     * @throws MalformedJsonException if the bytes are not one JSON document
     */
    public static JsonNode parse(byte[] bytes) throws IOException {
        try (JsonParser parser = FACTORY.createParser(bytes)) {
            if (parser.nextToken() == null) {
                throw new MalformedJsonException(": it is empty");
            }
            JsonNode node = JsonTree.read(parser);
            if (parser.nextToken() != null) {
                throw new MalformedJsonException(place(parser.currentTokenLocation()));
            }
            return node;
        } catch (JsonProcessingException malformed) {
            throw new MalformedJsonException(place(malformed.getLocation()));
        }
    }

    private static String place(@Nullable JsonLocation place) {
        return place == null ? "" : " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")";
    }

    /** The document without white space, in UTF-8: the form whose digest is computed. */
    public static byte[] bytes(JsonNode node) {
        return bytes(node, null);
    }

    private static byte[] bytes(JsonNode node, @Nullable DefaultPrettyPrinter printer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        write(node, () -> FACTORY.createGenerator(bytes), printer);
        return bytes.toByteArray();
    }

    private interface Output {
        JsonGenerator open() throws IOException;
    }

    private static void write(JsonNode node, Output output, @Nullable DefaultPrettyPrinter printer) {
        try (JsonGenerator generator = output.open()) {
            if (printer != null) {
                generator.setPrettyPrinter(printer);
            }
            JsonTree.write(node, generator);
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The document indented by two spaces, for people. Control characters are escaped. */
    public static String pretty(JsonNode node) {
        StringWriter text = new StringWriter();
        write(node, () -> FACTORY.createGenerator(text), PRETTY.createInstance());
        return VisibleText.json(text.toString());
    }

    /** The document as Go's {@code json.MarshalIndent} writes it: the form of lists that other tools make. */
    public static byte[] indented(JsonNode node, String indent) {
        DefaultIndenter lines = new DefaultIndenter(indent, "\n");
        return bytes(
                node,
                new DefaultPrettyPrinter(SEPARATORS).withObjectIndenter(lines).withArrayIndenter(lines));
    }

    /** {@link #bytes} as text. */
    public static String text(JsonNode node) {
        return new String(bytes(node), StandardCharsets.UTF_8);
    }
}
