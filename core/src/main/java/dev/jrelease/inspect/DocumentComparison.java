package dev.jrelease.inspect;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Describes the differences between two manifests or indexes with the same content. */
final class DocumentComparison {
    private final Set<String> places = new TreeSet<>();

    private DocumentComparison() {}

    /**
     *
     * @param what their plural: {@code indexes}
     */
    static String words(String what, byte[] a, byte[] b) {
        try {
            return words(what, Json.parse(a), Json.parse(b));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String words(String what, JsonNode a, JsonNode b) {
        if (Arrays.equals(Json.bytes(a), Json.bytes(b))) {
            return "the " + what + " are the same JSON in other bytes: white space, or escapes in text";
        }
        if (a.equals(b)) {
            return "the " + what + " are the same JSON with members of objects in another order";
        }
        DocumentComparison comparison = new DocumentComparison();
        comparison.compare("", a, b);
        return "the " + what + " have the same content, but differ in " + String.join(", ", comparison.places);
    }

    private void compare(String place, JsonNode a, JsonNode b) {
        if (a.isObject() && b.isObject()) {
            Set<String> names = new TreeSet<>();
            List.of(a, b).forEach(node -> node.fieldNames().forEachRemaining(names::add));
            names.forEach(name -> compare(place + (place.isEmpty() ? "" : ".") + name, a.path(name), b.path(name)));
        } else if (a.isArray() && b.isArray() && a.size() == b.size() && !a.equals(b)) {
            compareItems(place, a, b);
        } else if (!a.equals(b)) {
            places.add(place);
        }
    }

    private void compareItems(String place, JsonNode a, JsonNode b) {
        if (items(a).equals(items(b))) {
            places.add("the order of " + place);
            return;
        }
        Iterator<JsonNode> other = b.iterator();
        a.forEach(item -> compare(place + "[]", item, other.next()));
    }

    private static Set<JsonNode> items(JsonNode array) {
        Set<JsonNode> items = new HashSet<>();
        array.forEach(items::add);
        return items;
    }
}
