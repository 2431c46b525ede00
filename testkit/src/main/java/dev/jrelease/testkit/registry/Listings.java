package dev.jrelease.testkit.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** {@code /v2/NAME/tags/list} and {@code /v2/NAME/referrers/DIGEST}: what there is. */
final class Listings {
    private final ObjectMapper json = new ObjectMapper();
    private final RegistryContent holdings;

    Listings(RegistryContent holdings) {
        this.holdings = holdings;
    }

    void tags(Call call, String repository) throws IOException {
        if (!holdings.knows(repository)) {
            throw new Refusal(404, "NAME_UNKNOWN", "repository name not known to registry");
        }
        String last = call.query().first("last").orElse("");
        int limit = call.query().first("n").map(Integer::valueOf).orElse(Integer.MAX_VALUE);
        List<String> tags = holdings.tags(repository).stream()
                .filter(tag -> tag.compareTo(last) > 0)
                .toList();
        List<String> page = tags.stream().limit(limit).toList();
        if (page.size() < tags.size() && !page.isEmpty()) {
            String next = "/v2/" + repository + "/tags/list?n=" + limit + "&last=" + page.getLast();
            call.with("Link", "<" + next + ">; rel=\"next\"");
        }
        ObjectNode answer = json.createObjectNode().put("name", repository);
        page.forEach(answer.putArray("tags")::add);
        call.with("Content-Type", "application/json").answer(200, json.writeValueAsBytes(answer));
    }

    void referrers(Call call, String repository, String subject) throws IOException {
        Optional<String> wanted = call.query().first("artifactType");
        ObjectNode index = json.createObjectNode().put("schemaVersion", 2).put("mediaType", ManifestCheck.OCI_INDEX);
        ArrayNode manifests = index.putArray("manifests");
        for (StoredManifest manifest : holdings.manifests(repository)) {
            JsonNode root = json.readTree(manifest.bytes());
            String artifactType = root.path("artifactType")
                    .asText(root.path("config").path("mediaType").asText());
            if (root.path("subject").path("digest").asText().equals(subject)
                    && wanted.filter(type -> !type.equals(artifactType)).isEmpty()) {
                manifests.add(descriptor(manifest, artifactType, root.path("annotations")));
            }
        }
        if (wanted.isPresent()) {
            call.with("OCI-Filters-Applied", "artifactType");
        }
        call.with("Content-Type", ManifestCheck.OCI_INDEX).answer(200, json.writeValueAsBytes(index));
    }

    private ObjectNode descriptor(StoredManifest manifest, String artifactType, JsonNode annotations) {
        ObjectNode descriptor = json.createObjectNode()
                .put("mediaType", manifest.mediaType())
                .put("digest", manifest.digest())
                .put("size", manifest.bytes().length)
                .put("artifactType", artifactType);
        if (annotations.isObject()) {
            descriptor.set("annotations", annotations);
        }
        return descriptor;
    }
}
