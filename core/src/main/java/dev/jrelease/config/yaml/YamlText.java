package dev.jrelease.config.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.NumericNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/** Writes YAML. */
public final class YamlText {
    private YamlText() {}

    /** A document in block style. Keys keep their order. */
    public static String of(JsonNode document) {
        DumpSettings settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return new Dump(settings).dumpToString(value(document));
    }

    private static @Nullable Object value(JsonNode node) {
        return switch (node) {
            case ObjectNode object -> {
                Map<String, @Nullable Object> mapping = new LinkedHashMap<>();
                object.properties().forEach(entry -> mapping.put(entry.getKey(), value(entry.getValue())));
                yield mapping;
            }
            case ArrayNode array -> array.valueStream().map(YamlText::value).toList();
            case NumericNode number -> number.numberValue();
            case BooleanNode truth -> truth.booleanValue();
            case NullNode _ -> null;
            default -> node.asText();
        };
    }
}
