package dev.jrelease.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.util.Locale;

/**
 * A name that a release publishes an image or an index under, for stages that work on published content.
 *
 * @param text {@code registry/repository:tag}, as the configuration spells it
 * @param entryId the id of the entry with this name; empty if it has none
 */
public record PublishedName(String text, Kind kind, String entryId) implements Artifact {

    /** The section of the configuration that the name comes from, as GoReleaser distinguishes them. */
    public enum Kind {
        /** An image of {@code dockers}. */
        IMAGE,
        /** An index of {@code docker_manifests}. */
        MANIFEST,
        /** An image or an index of {@code dockers_v2}. */
        IMAGE_V2
    }

    @Override
    public ObjectNode json() {
        return Json.object()
                .put("type", "name")
                .put("name", text)
                .put("kind", kind.name().toLowerCase(Locale.ROOT))
                .put("id", entryId);
    }
}
