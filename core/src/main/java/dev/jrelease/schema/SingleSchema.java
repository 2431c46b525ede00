package dev.jrelease.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.bind.ValueShape;
import dev.jrelease.duration.GoDuration;
import dev.jrelease.image.Access;
import dev.jrelease.image.Platform;
import dev.jrelease.image.RegistryPath;
import dev.jrelease.json.Json;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schema of a single value. The file is read as text, so text may be {@code 386} or {@code true}, and a number may
 * be quoted.
 */
final class SingleSchema {
    private static final String TRUTH = Stream.of("true", "yes", "on", "y", "false", "no", "off", "n")
            .map(SingleSchema::inAnyCase)
            .collect(Collectors.joining("|", "\\s*(?:", ")\\s*"));
    private static final String NUMBER = "^\\s*[-+]?[0-9_]*[0-9][0-9_]*\\s*$";
    private static final String DURATION = "^\\s*" + GoDuration.FORM + "\\s*$";
    private static final String PLATFORM = "^\\s*[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+){1,2}\\s*$";

    private static final String REGISTRY = "^\\s*(?:localhost|[^/\\s]*[.:A-Z][^/\\s]*)(?:/[^/:\\s]+)*\\s*$";

    private SingleSchema() {}

    static ObjectNode of(Class<?> type) {
        ObjectNode schema = Json.object();
        if (type == String.class || type == Template.class) {
            return ValueSchema.types(schema, "string", "number", "boolean", "null");
        }
        if (type == boolean.class || type == Boolean.class || type == Access.class) {
            return text(ValueSchema.types(schema, "boolean", "string", "null"), "^" + TRUTH + "$", "true or false");
        }
        if (type == Condition.class) {
            String pattern = "^" + TRUTH + "$|^\\s*$|\\{\\{";
            return text(
                    ValueSchema.types(schema, "boolean", "string", "null"),
                    pattern,
                    "true, false, or a template of them");
        }
        if (type == int.class || type == Integer.class) {
            return text(ValueSchema.types(schema, "integer", "string", "null"), NUMBER, "a whole number")
                    .put("minimum", 1)
                    .put("maximum", ValueShape.Single.LARGEST);
        }
        if (type == Duration.class) {
            return text(ValueSchema.types(schema, "string", "null"), DURATION, "a duration such as 90s or 1h30m");
        }
        if (type == RegistryPath.class) {
            return text(ValueSchema.types(schema, "string", "null"), REGISTRY, "a registry such as ghcr.io");
        }
        if (type == Platform.class) {
            return text(ValueSchema.types(schema, "string", "null"), PLATFORM, "a platform such as linux/arm/v7");
        }
        return choice(type, schema);
    }

    private static ObjectNode text(ObjectNode schema, String pattern, String wanted) {
        return schema.put("pattern", pattern).put("patternErrorMessage", "This needs " + wanted + ".");
    }

    private static String inAnyCase(String word) {
        return word.chars()
                .mapToObj(letter -> "[" + (char) letter + Character.toUpperCase((char) letter) + "]")
                .collect(Collectors.joining());
    }

    private static ObjectNode choice(Class<?> type, ObjectNode schema) {
        if (!type.isEnum()) {
            throw new IllegalStateException("no key can be bound to " + type);
        }
        ValueSchema.types(schema, "string", "null");
        addChoices(schema, new ValueShape.Single(type).words());
        return schema;
    }

    /** Adds the list of allowed words, and returns it for further ones. */
    static ArrayNode addChoices(ObjectNode schema, List<String> words) {
        ArrayNode all = schema.putArray("enum");
        words.forEach(all::add);
        return all.addNull();
    }
}
