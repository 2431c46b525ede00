package dev.jrelease.artifact;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Platform;
import dev.jrelease.json.Json;
import java.util.Locale;
import java.util.Optional;

/**
 * A name that a release publishes an image or an index under, for stages that work on published content.
 *
 * @param text {@code registry/repository:tag}, as the configuration spells it
 * @param entryId the id of the entry with this name; empty if it has none
 * @param platform of an image; empty for an index
 */
public record PublishedName(String text, Kind kind, String entryId, Optional<Platform> platform) implements Artifact {

    /** The section of the configuration that the name comes from, as GoReleaser distinguishes them. */
    public enum Kind {
        /** An image of {@code dockers}. */
        IMAGE,
        /** An index of {@code docker_manifests}. */
        MANIFEST,
        /** An image or an index of {@code dockers_v2}. */
        IMAGE_V2
    }

    /** Its entry in the list of results, once it holds this digest at its registry. */
    public ListedArtifact listed(Digest digest) {
        ListedArtifact.Kind listed = switch (kind) {
            case IMAGE -> ListedArtifact.Kind.PUBLISHED_IMAGE;
            case MANIFEST -> ListedArtifact.Kind.MANIFEST;
            case IMAGE_V2 -> ListedArtifact.Kind.IMAGE_V2;
        };
        return ListedArtifact.image(text, listed, platform, entryId, digest);
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
