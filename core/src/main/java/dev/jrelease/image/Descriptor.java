package dev.jrelease.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Refers to content by media type, digest and size in bytes.
 *
 * @param annotations in the order in which they are written
 * @param further other members of the descriptor
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/descriptor.md">OCI content descriptors</a>
 */
public record Descriptor(
        String mediaType,
        Digest digest,
        long size,
        Optional<Platform> platform,
        Map<String, String> annotations,
        Further further) {
    private static final String OS_FEATURES = "os.features";
    private static final Set<String> OWN = Set.of("mediaType", "digest", "size", "platform", "annotations");
    private static final Set<String> OWN_OF_PLATFORM = Set.of("os", "architecture", "variant", "os.version");

    public Descriptor {
        annotations = Collections.unmodifiableMap(new LinkedHashMap<>(annotations));
    }

    /**
     * Members that are kept unchanged: {@code artifactType}, {@code urls}, {@code data} and unknown ones.
     *
     * @param ofPlatform such members of the platform: {@code os.features}
     */
    public record Further(Map<String, JsonNode> members, Map<String, JsonNode> ofPlatform) {
        static final Further NONE = new Further(Map.of(), Map.of());

        public Further {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
            ofPlatform = Collections.unmodifiableMap(new LinkedHashMap<>(ofPlatform));
        }

        private static Map<String, JsonNode> of(JsonNode node, Set<String> known) {
            Map<String, JsonNode> further = new LinkedHashMap<>();
            node.properties().stream()
                    .filter(member -> !known.contains(member.getKey()))
                    .forEach(member -> further.put(member.getKey(), member.getValue()));
            return further;
        }
    }

    public Descriptor(
            String mediaType, Digest digest, long size, Optional<Platform> platform, Map<String, String> annotations) {
        this(mediaType, digest, size, platform, annotations, Further.NONE);
    }

    public Descriptor(String mediaType, Digest digest, long size) {
        this(mediaType, digest, size, Optional.empty(), Map.of());
    }

    public Descriptor withPlatform(Platform of) {
        return new Descriptor(mediaType, digest, size, Optional.of(of), annotations, further);
    }

    /** The same descriptor with these features of the operating system, unless it has some already. */
    public Descriptor withOsFeatures(List<String> features) {
        if (features.isEmpty() || further.ofPlatform.containsKey(OS_FEATURES)) {
            return this;
        }
        ArrayNode array = Json.object().putArray(OS_FEATURES);
        features.forEach(array::add);
        Map<String, JsonNode> more = new LinkedHashMap<>(further.ofPlatform);
        more.put(OS_FEATURES, array);
        return new Descriptor(mediaType, digest, size, platform, annotations, new Further(further.members, more));
    }

    public Descriptor withAnnotations(Map<String, String> all) {
        return new Descriptor(mediaType, digest, size, platform, all, further);
    }

    public Descriptor withMediaType(String type) {
        return new Descriptor(type, digest, size, platform, annotations, further);
    }

    /**
     * Reads a descriptor from its JSON form.
     *
     * @throws IllegalArgumentException if digest or size are missing or malformed
     */
    public static Descriptor read(JsonNode node) {
        Digest digest = Digest.parse(node.path("digest").asText())
                .orElseThrow(() ->
                        new IllegalArgumentException("a descriptor without a SHA-256 digest: " + Json.text(node)));
        if (!node.path("size").canConvertToLong() || node.path("size").asLong() < 0) {
            throw new IllegalArgumentException("a descriptor without a size: " + Json.text(node));
        }
        Map<String, String> annotations = new LinkedHashMap<>();
        node.path("annotations")
                .properties()
                .forEach(entry ->
                        annotations.put(entry.getKey(), entry.getValue().asText()));
        return new Descriptor(
                node.path("mediaType").asText(),
                digest,
                node.path("size").asLong(),
                node.has("platform") ? Optional.of(Platform.read(node.path("platform"))) : Optional.empty(),
                annotations,
                new Further(Further.of(node, OWN), Further.of(node.path("platform"), OWN_OF_PLATFORM)));
    }

    /** The JSON form, keys in the order of the specification, empty ones left out. */
    public ObjectNode write() {
        ObjectNode node = Json.object();
        node.put("mediaType", mediaType);
        node.put("digest", digest.toString());
        node.put("size", size);
        platform.ifPresent(of -> node.set("platform", write(of).setAll(further.ofPlatform)));
        if (!annotations.isEmpty()) {
            ObjectNode all = node.putObject("annotations");
            annotations.forEach(all::put);
        }
        node.setAll(further.members);
        return node;
    }

    private static ObjectNode write(Platform platform) {
        ObjectNode node = Json.object();
        node.put("architecture", platform.architecture());
        node.put("os", platform.os());
        if (!platform.osVersion().isEmpty()) {
            node.put("os.version", platform.osVersion());
        }
        if (!platform.variant().isEmpty()) {
            node.put("variant", platform.variant());
        }
        return node;
    }
}
