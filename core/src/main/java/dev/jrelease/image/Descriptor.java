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
    /** The annotation of an attestation: the digest of the image that it is about. */
    static final String ATTACHED_TO = "vnd.docker.reference.digest";

    private static final String URLS = "urls";
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

    Descriptor withoutOsFeatures() {
        Map<String, JsonNode> less = new LinkedHashMap<>(further.ofPlatform);
        less.remove(OS_FEATURES);
        return new Descriptor(mediaType, digest, size, platform, annotations, new Further(further.members, less));
    }

    /** The platform, unless it is that of an attestation, {@code unknown/unknown}. */
    public Optional<Platform> realPlatform() {
        return platform.filter(of -> !of.isUnknown());
    }

    /** The addresses of a foreign layer, which registries do not store; empty for other content. */
    public List<String> foreignUrls() {
        return MediaTypes.isForeignLayer(mediaType)
                ? further.members
                        .getOrDefault(URLS, Json.array())
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList()
                : List.of();
    }

    /** Whether a repository or layout that has the manifest does not hold the content. */
    public boolean isForeign() {
        return !foreignUrls().isEmpty();
    }

    /** The same content with a media type, and nothing else but where it lies. */
    Descriptor plain(String type) {
        Map<String, JsonNode> members = new LinkedHashMap<>(further.members);
        members.keySet().retainAll(Set.of(URLS));
        return new Descriptor(
                type,
                digest,
                size,
                Optional.empty(),
                Map.of(),
                new Further(isForeign() ? members : Map.of(), Map.of()));
    }

    /** This content with this platform, and no more than a Docker manifest list can say of it. */
    Descriptor inDockerList(Descriptor content) {
        return new Descriptor(
                content.mediaType,
                content.digest,
                content.size,
                platform,
                Map.of(),
                new Further(Map.of(), further.ofPlatform));
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
        platform.ifPresent(of -> node.set("platform", write(of, further.ofPlatform)));
        if (!annotations.isEmpty()) {
            ObjectNode all = node.putObject("annotations");
            annotations.forEach(all::put);
        }
        node.setAll(further.members);
        return node;
    }

    /** The JSON form with the size before the digest, as Docker writes it. */
    ObjectNode writeSizeFirst() {
        ObjectNode node = Json.object();
        node.put("mediaType", mediaType);
        node.put("size", size);
        return node.setAll(write());
    }

    private static ObjectNode write(Platform platform, Map<String, JsonNode> further) {
        ObjectNode node = Json.object();
        node.put("architecture", platform.architecture());
        node.put("os", platform.os());
        if (!platform.osVersion().isEmpty()) {
            node.put("os.version", platform.osVersion());
        }
        if (further.containsKey(OS_FEATURES)) {
            node.set(OS_FEATURES, further.get(OS_FEATURES));
        }
        if (!platform.variant().isEmpty()) {
            node.put("variant", platform.variant());
        }
        return node.setAll(further);
    }
}
