package dev.jrelease.testkit.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.jrelease.testkit.registry.Storage.Content;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Refuses what is no manifest, or names content that its repository does not hold. */
final class ManifestCheck {
    static final String OCI_INDEX = "application/vnd.oci.image.index.v1+json";
    private static final Set<String> INDEXES =
            Set.of(OCI_INDEX, "application/vnd.docker.distribution.manifest.list.v2+json");
    private static final Set<String> MANIFESTS = Set.of(
            "application/vnd.oci.image.manifest.v1+json", "application/vnd.docker.distribution.manifest.v2+json");

    private final ObjectMapper json = new ObjectMapper();
    private final RegistryContent holdings;
    private final Lag lag;

    ManifestCheck(RegistryContent holdings, Lag lag) {
        this.holdings = holdings;
        this.lag = lag;
    }

    /** The manifest read as JSON, when there is nothing to say against it. */
    JsonNode check(String repository, StoredManifest manifest) throws IOException {
        JsonNode root = parse(manifest);
        List<String> missing = new ArrayList<>();
        for (JsonNode child : parts(manifest.mediaType(), root)) {
            String digest = child.path("digest").asText();
            Optional<Long> size = heldSize(repository, manifest.mediaType(), digest);
            if (size.isEmpty()) {
                missing.add(digest);
            } else if (size.get() != child.path("size").asLong(-1)) {
                throw Refusal.manifestInvalid(digest + " has " + size.get() + " bytes, not "
                        + child.path("size").asText());
            }
        }
        if (!missing.isEmpty()) {
            throw new Refusal(400, "MANIFEST_BLOB_UNKNOWN", "blob unknown to registry: " + String.join(", ", missing));
        }
        return root;
    }

    private JsonNode parse(StoredManifest manifest) {
        JsonNode root;
        try {
            root = json.readTree(manifest.bytes());
        } catch (IOException notJson) {
            throw Refusal.manifestInvalid(String.valueOf(notJson.getMessage()));
        }
        String stated = root.path("mediaType").asText(manifest.mediaType());
        if (!stated.equals(manifest.mediaType())) {
            throw Refusal.manifestInvalid("it is " + stated + " but was sent as " + manifest.mediaType());
        }
        if (root.path("schemaVersion").asInt() != 2) {
            throw Refusal.manifestInvalid("schemaVersion is not 2");
        }
        return root;
    }

    private static List<JsonNode> parts(String mediaType, JsonNode root) {
        List<JsonNode> parts = new ArrayList<>();
        if (INDEXES.contains(mediaType)) {
            root.path("manifests").forEach(parts::add);
        } else if (MANIFESTS.contains(mediaType)) {
            parts.add(root.path("config"));
            // A layer with addresses of its own need not be in the registry.
            root.path("layers").forEach(layer -> {
                if (layer.path("urls").isEmpty()) {
                    parts.add(layer);
                }
            });
        } else {
            throw Refusal.manifestInvalid("unsupported media type " + mediaType);
        }
        return parts;
    }

    private Optional<Long> heldSize(String repository, String mediaType, String digest) throws IOException {
        if (!digest.matches(Sha256.PATTERN)) {
            throw Refusal.manifestInvalid("'" + digest + "' is no digest");
        }
        if (lag.look(repository, digest).isPresent()) {
            return Optional.empty();
        }
        if (INDEXES.contains(mediaType)) {
            return holdings.manifest(repository, digest).map(child -> (long) child.bytes().length);
        }
        Optional<Content> blob = holdings.blob(repository, digest);
        return blob.isPresent() ? Optional.of(blob.get().size()) : Optional.empty();
    }
}
