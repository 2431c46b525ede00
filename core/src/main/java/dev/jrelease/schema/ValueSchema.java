package dev.jrelease.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.ValueShape;
import dev.jrelease.json.Json;

/** The schema of a value. An empty value is allowed unless the key is required. */
final class ValueSchema {
    private final Definitions definitions;

    ValueSchema(Definitions definitions) {
        this.definitions = definitions;
    }

    ObjectNode of(Component component) {
        ObjectNode schema = orNothing(component);
        if (component.required() && !component.orLeftOut()) {
            schema.putObject("not").put("type", "null");
        }
        return schema;
    }

    /** The schema of a value that is optional here, even if it is required elsewhere. */
    ObjectNode orNothing(Component component) {
        ObjectNode schema = form(component);
        if (!component.choices().isEmpty()) {
            SingleSchema.addChoices(schema, component.choices()).add("");
        }
        return schema;
    }

    private ObjectNode form(Component component) {
        if (component.isLater()) {
            return Json.object();
        }
        if (component.pairs()) {
            return pairs(component.shape());
        }
        return component.oneOrMany() ? oneOrMany(component.shape()) : of(component.shape());
    }

    private ObjectNode pairs(ValueShape shape) {
        ObjectNode schema = Json.object();
        ArrayNode forms = schema.putArray("oneOf");
        forms.add(of(shape));
        forms.addObject().put("type", "object").set("additionalProperties", SingleSchema.of(String.class));
        return schema;
    }

    private ObjectNode oneOrMany(ValueShape shape) {
        if (!(shape instanceof ValueShape.Items(ValueShape item))) {
            throw new IllegalStateException("only a list can be one or many, and not " + shape);
        }
        ObjectNode schema = Json.object();
        ArrayNode forms = schema.putArray("oneOf");
        forms.addObject().put("type", "array").set("items", of(item));
        forms.add(of(item));
        return schema;
    }

    private ObjectNode of(ValueShape shape) {
        return switch (shape) {
            case ValueShape.Single(Class<?> type) -> SingleSchema.of(type);
            case ValueShape.Items(ValueShape item) ->
                types(Json.object(), "array", "null").set("items", of(item));
            case ValueShape.Named(ValueShape value) ->
                types(Json.object(), "object", "null").set("additionalProperties", of(value));
            case ValueShape.Keys keys -> definitions.reference(keys.shape());
        };
    }

    static ObjectNode types(ObjectNode schema, String... types) {
        if (types.length == 1) {
            return schema.put("type", types[0]);
        }
        ArrayNode all = schema.putArray("type");
        for (String type : types) {
            all.add(type);
        }
        return schema;
    }
}
