package dev.jrelease.layout;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.json.Json;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The entries of {@code index.json}, sorted by name.
 *
 * @param further other members of the document, such as its annotations
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/image-layout.md#indexjson-file">index.json</a>
 */
record LayoutIndex(List<Descriptor> entries, Map<String, JsonNode> further) {
    private static final Set<String> OWN = Set.of("schemaVersion", "mediaType", "manifests");
    private static final String NAME = "org.opencontainers.image.ref.name";
    private static final Comparator<Descriptor> ORDER =
            Comparator.comparing(LayoutIndex::name).thenComparing(Descriptor::digest);

    LayoutIndex {
        entries = entries.stream().sorted(ORDER).toList();
        further = Collections.unmodifiableMap(new LinkedHashMap<>(further));
    }

    static LayoutIndex empty() {
        return new LayoutIndex(List.of(), Map.of());
    }

    /**
     *
     * @throws IllegalArgumentException if it has no list of manifests, or an entry has no digest or size
     */
    static LayoutIndex read(JsonNode node) {
        if (!node.path("manifests").isArray()) {
            throw new IllegalArgumentException("its index has no list of manifests");
        }
        List<Descriptor> all = new ArrayList<>();
        node.path("manifests").forEach(entry -> all.add(Descriptor.read(entry)));
        Map<String, JsonNode> further = new LinkedHashMap<>();
        node.properties().stream()
                .filter(member -> !OWN.contains(member.getKey()))
                .forEach(member -> further.put(member.getKey(), member.getValue()));
        return new LayoutIndex(all, further);
    }

    byte[] bytes() {
        ObjectNode node = Json.object();
        node.put("schemaVersion", 2);
        node.put("mediaType", MediaTypes.OCI_INDEX);
        var manifests = node.putArray("manifests");
        entries.forEach(entry -> manifests.add(entry.write()));
        node.setAll(further);
        return Json.bytes(node);
    }

    /** The same index with these names for the content only. */
    LayoutIndex with(Collection<String> names, Descriptor descriptor) {
        List<Descriptor> all = new ArrayList<>(entries);
        all.removeIf(entry -> names.contains(name(entry)));
        for (String name : new LinkedHashSet<>(names)) {
            Map<String, String> annotations = new LinkedHashMap<>(descriptor.annotations());
            annotations.put(NAME, name);
            all.add(descriptor.withAnnotations(annotations));
        }
        return new LayoutIndex(all, further);
    }

    /** The same index with this content, unless it has it, under any name. */
    LayoutIndex with(Descriptor descriptor) {
        if (entries.stream().anyMatch(entry -> entry.digest().equals(descriptor.digest()))) {
            return this;
        }
        List<Descriptor> all = new ArrayList<>(entries);
        all.add(descriptor);
        return new LayoutIndex(all, further);
    }

    Optional<Descriptor> find(String name) {
        return entries.stream().filter(entry -> name(entry).equals(name)).findFirst();
    }

    static String name(Descriptor entry) {
        return entry.annotations().getOrDefault(NAME, "");
    }
}
