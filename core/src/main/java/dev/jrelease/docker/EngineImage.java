package dev.jrelease.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.RootFS;
import java.util.List;
import java.util.Optional;

/**
 * An image of the engine.
 *
 * @param os of the default image, if there are several under one name
 * @param architecture of the same
 * @param digests {@code repository@sha256:…} of pulls and pushes; empty for an image that was built here
 * @param diffIds digests of the uncompressed layers, lowest first
 */
public record EngineImage(String os, String architecture, List<String> digests, List<String> diffIds) {
    public EngineImage {
        digests = List.copyOf(digests);
        diffIds = List.copyOf(diffIds);
    }

    static EngineImage of(InspectImageResponse image) {
        return new EngineImage(
                String.valueOf(image.getOs()),
                String.valueOf(image.getArch()),
                Optional.ofNullable(image.getRepoDigests()).orElse(List.of()),
                Optional.ofNullable(image.getRootFS()).map(RootFS::getLayers).orElse(List.of()));
    }
}
