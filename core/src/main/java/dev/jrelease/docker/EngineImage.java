package dev.jrelease.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.image.Platform;
import java.util.ArrayList;
import java.util.List;

/**
 * An image of the engine.
 *
 * @param id that changes with anything in the image
 * @param os of the default image, if there are several under one name
 * @param architecture of the same
 * @param digests {@code repository@sha256:…} of pulls and pushes; empty for an image that was built here
 * @param diffIds digests of the uncompressed layers, lowest first
 * @param size of all layers in bytes
 */
public record EngineImage(
        String id, String os, String architecture, List<String> digests, List<String> diffIds, long size) {
    public EngineImage {
        digests = List.copyOf(digests);
        diffIds = List.copyOf(diffIds);
    }

    /** Whether it is for this operating system and architecture. */
    public boolean isFor(Platform platform) {
        return platform.isSameArchitecture(Platform.of(os, architecture));
    }

    static EngineImage of(JsonNode image) {
        return new EngineImage(
                image.path("Id").asText(),
                image.path("Os").asText(),
                image.path("Architecture").asText(),
                texts(image.path("RepoDigests")),
                texts(image.path("RootFS").path("Layers")),
                image.path("Size").asLong());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
