package dev.jrelease.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.jrelease.image.Platform;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Questions to an engine that is connected. Apart from {@link DockerEngine}, so that its library is loaded with it. */
record ImageCalls(EngineConnection engine) {
    private static final String NO_NAME = "<none>:<none>";
    private static final String CONTAINERD = "io.containerd.snapshotter.v1";
    private static final int NOT_FOUND = 404;
    private static final int IN_USE = 409;

    EngineInfo info() throws IOException {
        JsonNode version = get("/version");
        JsonNode info = get("/info");
        return new EngineInfo(
                version.path("Version").asText(),
                engine.apiVersion(),
                version.path("Os").asText(),
                version.path("Arch").asText(),
                hasContainerdStore(info),
                info.path("KernelVersion").asText());
    }

    private static boolean hasContainerdStore(JsonNode info) {
        for (JsonNode status : info.path("DriverStatus")) {
            for (JsonNode word : status) {
                if (word.asText().contains(CONTAINERD)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** The platform of the engine's host. */
    Platform platform() throws IOException {
        JsonNode version = get("/version");
        return Platform.of(version.path("Os").asText(), version.path("Arch").asText());
    }

    Map<ImageId, Set<String>> names() throws IOException {
        Map<ImageId, Set<String>> names = new LinkedHashMap<>();
        for (JsonNode image : get("/images/json" + new Query().with("all", true))) {
            ImageId.parse(image.path("Id").asText()).ifPresent(id -> {
                Set<String> all = names.computeIfAbsent(id, first -> new LinkedHashSet<>());
                image.path("RepoTags").forEach(name -> all.add(name.asText()));
                // Older engines have a name for what has none.
                all.remove(NO_NAME);
            });
        }
        return Collections.unmodifiableMap(names);
    }

    boolean tag(ImageId id, String repository, String tag) throws IOException {
        Query name = new Query().with("repo", repository).with("tag", tag);
        return unless(Set.of(NOT_FOUND), Method.POST, "/images/" + id + "/tag" + name)
                .isPresent();
    }

    /** Removes a name, or an image with its last one. What is gone or in use is left alone. */
    void remove(String name) throws IOException {
        unless(Set.of(NOT_FOUND, IN_USE), Method.DELETE, "/images/" + name + new Query().with("noprune", true));
    }

    Optional<EngineImage> image(String name) throws IOException {
        return inspect(name).map(EngineImage::of);
    }

    boolean contains(ImageId id) throws IOException {
        return inspect(id.toString()).isPresent();
    }

    private Optional<JsonNode> inspect(String name) throws IOException {
        return unless(Set.of(NOT_FOUND), Method.GET, "/images/" + name + "/json");
    }

    private JsonNode get(String path) throws IOException {
        return unless(Set.of(), Method.GET, path).orElseThrow();
    }

    /** The answer; empty if it has one of these statuses. */
    private Optional<JsonNode> unless(Set<Integer> statuses, Method method, String path) throws IOException {
        Request.Builder request = Request.builder().method(method).path(engine.path(path));
        if (method == Method.POST) {
            request.bodyBytes(new byte[0]);
        }
        try (Response answer = engine.send(request.build())) {
            if (statuses.contains(answer.getStatusCode())) {
                return Optional.empty();
            }
            return Optional.of(EngineConnection.json(answer));
        }
    }
}
