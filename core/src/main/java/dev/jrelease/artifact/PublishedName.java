package dev.jrelease.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.json.Json;
import java.util.Locale;

/**
 * A name that a release publishes an image or an index under, for whoever does something to what it names.
 *
 * @param text {@code registry/repository:tag}, as the configuration spells it
 * @param entryId the id of the entry that asks for it; empty if it has none
 */
public record PublishedName(String text, Kind kind, String entryId) implements Artifact {

    /** Which section of the configuration asks for it, as GoReleaser tells them apart. */
    public enum Kind {
        /** An image of {@code dockers}. */
        IMAGE,
        /** An index of {@code docker_manifests}. */
        MANIFEST,
        /** Whatever an entry of {@code dockers_v2} makes, an image or an index. */
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
