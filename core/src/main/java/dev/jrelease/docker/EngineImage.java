package dev.jrelease.docker;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.command.RootFS;
import java.util.List;
import java.util.Optional;

/**
 * An image that an engine has.
 *
 * @param os of the one that it would start, where it has several under one name
 * @param architecture of the same
 * @param digests {@code repository@sha256:…}, where it was pulled from or pushed to; none for one that was made here
 * @param diffIds digests of the layers before compression, lowest first
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
