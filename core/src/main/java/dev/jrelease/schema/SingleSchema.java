package dev.jrelease.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import dev.jrelease.template.Condition;
import dev.jrelease.template.Template;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The schema of a single value. The file is read as text, so where text is wanted {@code 386} and {@code true} will do,
 * and a number may stand in quotes.
 */
final class SingleSchema {
    private static final String TRUTH = Stream.of("true", "yes", "on", "false", "no", "off")
            .map(SingleSchema::inAnyCase)
            .collect(Collectors.joining("|", "\\s*(?:", ")\\s*"));
    private static final String NUMBER = "\\s*[-+]?[0-9_]*[0-9][0-9_]*\\s*";
    private static final String DURATION = "\\s*(?:0|(?:[0-9]{1,9}(?:\\.[0-9]{1,9})?(?:ns|us|µs|ms|s|m|h)){1,8})\\s*";

    private static final String PLATFORM = "\\s*[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+){1,2}\\s*";

    private SingleSchema() {}

    static ObjectNode of(Class<?> type) {
        ObjectNode schema = Json.object();
        if (type == String.class || type == Template.class) {
            return ValueSchema.types(schema, "string", "number", "boolean", "null");
        }
        if (type == boolean.class || type == Boolean.class) {
            return whole(ValueSchema.types(schema, "boolean", "string", "null"), TRUTH);
        }
        if (type == Condition.class) {
            return ValueSchema.types(schema, "boolean", "string", "null")
                    .put("pattern", "^" + TRUTH + "$|^\\s*$|\\{\\{");
        }
        if (List.of(int.class, Integer.class, long.class, Long.class).contains(type)) {
            return whole(ValueSchema.types(schema, "integer", "string", "null"), NUMBER);
        }
        if (type == Duration.class) {
            return whole(ValueSchema.types(schema, "string", "integer", "null"), DURATION)
                    .put("minimum", 0)
                    .put("maximum", 0);
        }
        if (type == Platform.class) {
            return whole(ValueSchema.types(schema, "string", "null"), PLATFORM);
        }
        return choice(type, schema);
    }

    private static ObjectNode whole(ObjectNode schema, String pattern) {
        return schema.put("pattern", "^" + pattern + "$");
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
        var words = schema.putArray("enum");
        for (Object constant : type.getEnumConstants()) {
            words.add(word((Enum<?>) constant));
        }
        words.addNull();
        return schema;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
