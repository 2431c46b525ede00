package dev.jrelease.schema;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.json.Json;
import dev.jrelease.text.SearchPattern;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The definitions of a schema: each record once, referred to by name. */
final class Definitions {
    private static final SearchPattern CAPITAL = SearchPattern.of("(?<=[a-z0-9])(?=[A-Z])");

    private final Map<String, RecordShape> shapes = new LinkedHashMap<>();
    private final ObjectNode all = Json.object();
    private final RecordSchema records;

    Definitions(boolean lenient) {
        this.records = new RecordSchema(new ValueSchema(this), lenient);
    }

    RecordSchema records() {
        return records;
    }

    ObjectNode all() {
        return all;
    }

    /** A reference to a record, which is defined on first use. */
    ObjectNode reference(RecordShape shape) {
        String name = name(shape.type());
        RecordShape known = shapes.putIfAbsent(name, shape);
        if (known == null) {
            all.putObject(name);
            all.set(name, records.of(shape));
        } else if (known.type() != shape.type()) {
            throw new IllegalStateException(known.type() + " and " + shape.type() + " are both called " + name);
        }
        return Json.object().put("$ref", "#/$defs/" + name);
    }

    /** {@link #reference} with the description of the record. */
    ObjectNode described(RecordShape shape) {
        ObjectNode described = Json.object();
        shape.description().ifPresent(text -> described.put("description", text));
        return described.setAll(reference(shape));
    }

    private static String name(Class<?> type) {
        String own = type.getSimpleName();
        String plain = own.endsWith("Config") ? own.substring(0, own.length() - "Config".length()) : own;
        String snake = CAPITAL.replace(plain, found -> "_").toLowerCase(Locale.ROOT);
        Class<?> enclosing = type.getEnclosingClass();
        return enclosing == null ? snake : name(enclosing) + "_" + snake;
    }
}
