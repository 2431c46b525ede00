package dev.jrelease.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.JsonView;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.config.bind.UnsupportedKey;
import dev.jrelease.config.bind.ValueShape;
import dev.jrelease.json.Json;
import java.util.List;

/**
 * The schema of a record: its keys, which are required, and which exclude each other. It also uses keywords of the YAML
 * language server: {@code deprecationMessage} for a warning, {@code doNotSuggest} to hide a key, {@code
 * patternErrorMessage} to explain a pattern.
 *
 * @see <a href="https://github.com/redhat-developer/yaml-language-server">YAML language server</a>
 */
final class RecordSchema {
    private final ValueSchema values;
    private final boolean lenient;

    RecordSchema(ValueSchema values, boolean lenient) {
        this.values = values;
        this.lenient = lenient;
    }

    /** An empty value counts as not set, so it is allowed. */
    ObjectNode of(RecordShape shape) {
        ObjectNode object = Json.object();
        shape.description().ifPresent(text -> object.put("description", text));
        return shape.scalar()
                .map(key -> eitherOr(keys(shape, Json.object(), "object"), alone(component(shape, key)), object))
                .orElseGet(() -> keys(shape, object, "object", "null"));
    }

    private ObjectNode keys(RecordShape shape, ObjectNode object, String... types) {
        ValueSchema.types(object, types);
        object.putObject("properties");
        addKeys(shape, object);
        if (!shape.open() && !(lenient && !shape.withoutEffect().isEmpty())) {
            object.put("additionalProperties", false);
        }
        return object;
    }

    /** The schema of a single value that may replace the record. */
    private ObjectNode alone(Component component) {
        return component.shape() instanceof ValueShape.Keys(RecordShape inner)
                        && inner.scalar().isPresent()
                ? alone(component(inner, inner.scalar().get()))
                : values.orNothing(component);
    }

    private static ObjectNode eitherOr(ObjectNode one, ObjectNode other, ObjectNode into) {
        into.putArray("oneOf").add(one).add(other);
        return into;
    }

    private static Component component(RecordShape shape, String key) {
        return shape.components().stream()
                .filter(component -> component.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(shape.type() + " has no key " + key));
    }

    /** Adds a record's keys to an object. */
    void addKeys(RecordShape shape, ObjectNode object) {
        ObjectNode properties = object.withObjectProperty("properties");
        for (Component component : shape.components()) {
            if (!component.isPosition()) {
                properties.set(component.key(), property(component));
                component.aliases().forEach(key -> properties.set(key, otherName(component)));
                component.former().forEach(key -> properties.set(key, formerName(component)));
                addRule(component, object);
            }
        }
        shape.withoutEffect().forEach(name -> properties.set(name, withoutEffect()));
        shape.unsupported().forEach((name, key) -> properties.set(name, unsupported(key)));
    }

    private static ObjectNode withoutEffect() {
        return Json.object()
                .put("description", "A key of GoReleaser's that has no effect here.")
                .put("doNotSuggest", true);
    }

    private ObjectNode property(Component component) {
        ObjectNode property = Json.object();
        component.description().ifPresent(text -> property.put("description", text));
        component.today().ifPresent(today -> outdated("Deprecated: use " + today + ".", property));
        component.standard().ifPresent(text -> property.set("default", JsonView.value(text)));
        if (!component.examples().isEmpty()) {
            ArrayNode examples = property.putArray("examples");
            component.examples().forEach(text -> examples.add(JsonView.value(text)));
        }
        return property.setAll(values.of(component));
    }

    private ObjectNode otherName(Component component) {
        ObjectNode property = Json.object().put("description", "The same as " + component.key() + ".");
        component.today().ifPresent(today -> outdated("Deprecated: use " + today + ".", property));
        return property.setAll(values.of(component));
    }

    private ObjectNode formerName(Component component) {
        String today = "Deprecated: use " + component.key() + ".";
        return outdated(today, Json.object().put("description", today)).setAll(values.of(component));
    }

    private static ObjectNode outdated(String today, ObjectNode property) {
        return property.put("deprecated", true).put("deprecationMessage", today);
    }

    /** In a jrelease file, a key that is not supported may have no value. */
    private ObjectNode unsupported(UnsupportedKey key) {
        ObjectNode property = Json.object()
                .put("description", "Not supported: " + key.why() + ".")
                .put("doNotSuggest", true);
        if (lenient && !key.changesImage()) {
            return property.put("deprecated", true);
        }
        property.putObject("not");
        return property;
    }

    /** Only one of several names for a component may be used. Each rule allows values that are not mappings. */
    private static void addRule(Component component, ObjectNode object) {
        List<String> names = component.keys();
        boolean required = component.required() && !component.orLeftOut();
        if (required && names.size() == 1) {
            object.withArrayProperty("required").add(component.key());
        } else if (required) {
            ArrayNode some = rule(object).putArray("anyOf");
            names.forEach(name -> some.addObject().putArray("required").add(name));
        }
        for (String one : names) {
            names.subList(names.indexOf(one) + 1, names.size()).forEach(other -> refuseBoth(one, other, object));
        }
    }

    private static void refuseBoth(String one, String other, ObjectNode object) {
        ObjectNode both = rule(object).putObject("not").put("type", "object");
        both.putArray("required").add(one).add(other);
    }

    private static ObjectNode rule(ObjectNode object) {
        return object.withArrayProperty("allOf").addObject();
    }
}
