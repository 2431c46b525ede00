package dev.jrelease.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.ConflictException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Questions to an engine that is connected. Apart from {@link DockerEngine}, so that its library is loaded with it. */
final class ImageCalls {
    private static final String NO_NAME = "<none>:<none>";
    private static final String CONTAINERD = "io.containerd.snapshotter.v1";

    private final EngineConnection engine;
    private final DockerClient client;

    ImageCalls(EngineConnection engine) {
        this.engine = engine;
        this.client = engine.client();
    }

    EngineInfo info() {
        Version version = client.versionCmd().exec();
        Info info = client.infoCmd().exec();
        boolean containerd = Optional.ofNullable(info.getDriverStatuses()).orElse(List.of()).stream()
                .anyMatch(status -> status.contains(CONTAINERD));
        return new EngineInfo(
                String.valueOf(version.getVersion()),
                engine.apiVersion(),
                String.valueOf(version.getOperatingSystem()),
                String.valueOf(version.getArch()),
                containerd);
    }

    Map<ImageId, Set<String>> names() {
        Map<ImageId, Set<String>> names = new LinkedHashMap<>();
        for (Image image : client.listImagesCmd().withShowAll(true).exec()) {
            ImageId.parse(image.getId())
                    .ifPresent(id -> names.computeIfAbsent(id, first -> new LinkedHashSet<>())
                            .addAll(names(image.getRepoTags())));
        }
        return Collections.unmodifiableMap(names);
    }

    /** Older engines have a name for what has none. */
    private static List<String> names(String @Nullable [] tags) {
        return tags == null
                ? List.of()
                : Arrays.stream(tags).filter(name -> !name.equals(NO_NAME)).toList();
    }

    boolean tag(ImageId id, String repository, String tag) {
        try {
            client.tagImageCmd(id.toString(), repository, tag).exec();
            return true;
        } catch (NotFoundException removed) {
            return false;
        }
    }

    /** Removes a name, or an image with its last one. What is gone or in use is left alone. */
    void remove(String name) {
        try {
            client.removeImageCmd(name).withNoPrune(true).exec();
        } catch (NotFoundException | ConflictException leftAlone) {
            // Someone else was first, or uses it.
        }
    }

    Optional<EngineImage> image(String name) {
        return inspect(name).map(EngineImage::of);
    }

    boolean contains(ImageId id) {
        return inspect(id.toString()).isPresent();
    }

    boolean hasNoTag(ImageId id) {
        return inspect(id.toString())
                .filter(image -> Optional.ofNullable(image.getRepoTags())
                        .orElse(List.of())
                        .isEmpty())
                .isPresent();
    }

    private Optional<InspectImageResponse> inspect(String name) {
        try {
            return Optional.of(client.inspectImageCmd(name).exec());
        } catch (NotFoundException unknown) {
            return Optional.empty();
        }
    }
}
