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
 * The JSON Schema of a configuration, created from the records that bind it. Loading refuses everything that the schema
 * refuses. The schema contains rules for single values, not for several entries.
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

    /** The schema of a jrelease file, in which unsupported keys are errors. */
    public static ObjectNode strict(List<Section<?>> sections) {
        return new ConfigSchema(sections, false).schema();
    }

    /** The schema of a GoReleaser file, in which keys that only give warnings are allowed. */
    public static ObjectNode lenient(List<Section<?>> sections) {
        return new ConfigSchema(sections, true).schema();
    }

    private ObjectNode schema() {
        ObjectNode root = Json.object();
        root.put("$schema", DIALECT).put("$id", ID);
        root.put("title", "jrelease");
        root.put("description", "The configuration of a release: images for several platforms and their names.");
        root.put("type", "object");
        ObjectNode properties = root.putObject("properties");
        sections.forEach(section -> add(section, root));
        properties.properties().stream()
                .filter(property -> UnrunKey.is(property.getKey()))
                .forEach(property -> ((ObjectNode) property.getValue()).put("doNotSuggest", true));
        ObjectNode patterns = root.putObject("patternProperties");
        patterns.putObject("^x-").put("description", "Free keys, for example for anchors.");
        patterns.putObject(notRun(properties))
                .put("description", "A section of GoReleaser that jrelease does not run.");
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

    /** A pattern allows the keys, and editors do not suggest them. */
    private static String notRun(JsonNode followed) {
        return UnrunKey.names().stream()
                .filter(key -> !followed.has(key))
                .collect(Collectors.joining("|", "^(?:", ")$"));
    }
}
