package dev.jrelease.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.Section;
import dev.jrelease.config.UnrunKey;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.json.Json;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The JSON Schema of a configuration, made of the records that bind it: what it refuses, loading the file refuses as
 * well. It holds rules about single values; rules between entries cannot be in it.
 *
 * @see <a href="https://json-schema.org/draft/2020-12">JSON Schema 2020-12</a>
 */
public final class ConfigSchema {
    private static final String DIALECT = "https://json-schema.org/draft/2020-12/schema";
    private static final String ID = "urn:jrelease:configuration:1";

    private final List<Section<?>> sections;
    private final boolean lenient;
    private final Definitions definitions;

    private ConfigSchema(List<Section<?>> sections, boolean lenient) {
        this.sections = List.copyOf(sections);
        this.lenient = lenient;
        this.definitions = new Definitions(lenient);
    }

    /** Of a file of ours: a key that is not followed is refused. */
    public static ObjectNode strict(List<Section<?>> sections) {
        return new ConfigSchema(sections, false).schema();
    }

    /** Of a file of GoReleaser's: keys that only warn are let pass. */
    public static ObjectNode lenient(List<Section<?>> sections) {
        return new ConfigSchema(sections, true).schema();
    }

    private ObjectNode schema() {
        ObjectNode root = Json.object();
        root.put("$schema", DIALECT).put("$id", ID);
        root.put("title", "jrelease");
        root.put(
                "description", "What is released, and where to: images for several platforms, and their common names.");
        root.put("type", "object");
        ObjectNode properties = root.putObject("properties");
        sections.forEach(section -> add(section, root));
        properties.properties().stream()
                .filter(property -> UnrunKey.is(property.getKey()))
                .forEach(property -> ((ObjectNode) property.getValue()).put("doNotSuggest", true));
        ObjectNode patterns = root.putObject("patternProperties");
        patterns.putObject("^x-").put("description", "Whatever you like; a place for anchors.");
        patterns.putObject(notRun(properties)).put("description", "A section of GoReleaser's; it is not run here.");
        root.put("additionalProperties", lenient);
        root.set("$defs", definitions.all());
        return root;
    }

    private void add(Section<?> section, ObjectNode root) {
        RecordShape shape = RecordShape.of(section.type());
        if (section.isAcross()) {
            definitions.records().addKeys(shape, root);
        } else {
            root.withObjectProperty("properties").set(section.keys().getFirst(), definitions.described(shape));
        }
    }

    /** As a pattern, they are let pass, and no editor proposes them. */
    private static String notRun(JsonNode followed) {
        return UnrunKey.names().stream()
                .filter(key -> !followed.has(key))
                .collect(Collectors.joining("|", "^(?:", ")$"));
    }
}
