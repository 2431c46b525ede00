package dev.jrelease.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.config.Section;
import dev.jrelease.config.bind.Component;
import dev.jrelease.config.bind.JsonView;
import dev.jrelease.config.bind.RecordShape;
import dev.jrelease.config.bind.ValueShape;
import dev.jrelease.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A place for keys in a configuration: where a record stands, and a file around it.
 *
 * @param path the keys above, for people
 * @param around makes a file of what stands there
 */
record Place(String path, RecordShape shape, UnaryOperator<JsonNode> around) {

    /** Everywhere that keys of these sections can stand. */
    static List<Place> all(List<Section<?>> sections) {
        List<Place> all = new ArrayList<>();
        sections.forEach(section -> top(section).addTo(all));
        return all;
    }

    private static Place top(Section<?> section) {
        RecordShape shape = RecordShape.of(section.type());
        return section.isAcross()
                ? new Place("", shape, UnaryOperator.identity())
                : new Place(
                        section.keys().getFirst() + ".",
                        shape,
                        value -> Json.object().set(section.keys().getFirst(), value));
    }

    private void addTo(List<Place> all) {
        all.add(this);
        components()
                .forEach(component -> below(component.key(), component.shape(), value -> file(component, value))
                        .forEach(place -> place.addTo(all)));
    }

    private List<Place> below(String key, ValueShape value, UnaryOperator<JsonNode> outside) {
        return switch (value) {
            case ValueShape.Single _ -> List.of();
            case ValueShape.Items(ValueShape item) ->
                below(key, item, inner -> outside.apply(Json.array().add(inner)));
            case ValueShape.Named(ValueShape item) ->
                below(key, item, inner -> outside.apply(Json.object().set("name", inner)));
            case ValueShape.Keys(RecordShape record) -> List.of(new Place(path + key + ".", record, outside));
        };
    }

    List<Component> components() {
        return shape.components().stream()
                .filter(component -> !component.isPosition())
                .toList();
    }

    /** A file in which a key has this value, and every key that is needed beside it is there. */
    JsonNode file(Component component, JsonNode value) {
        return file(component.key(), value);
    }

    JsonNode file(String key, JsonNode value) {
        return around.apply(needed().set(key, value));
    }

    /** A file with nothing in this place but what is needed. */
    JsonNode plain() {
        return around.apply(needed());
    }

    /** The keys that are needed here. */
    ObjectNode needed() {
        ObjectNode record = Json.object();
        components().stream()
                .filter(Component::required)
                .forEach(component -> record.set(
                        component.key(), JsonView.value(component.examples().getFirst())));
        return record;
    }

    @Override
    public String toString() {
        return path;
    }
}
