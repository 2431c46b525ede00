package dev.jrelease.image;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The configuration of an image: its platform, and how a container of it starts.
 *
 * @param osFeatures features that the operating system must have: {@code win32k} of Windows; mostly none
 * @param environment {@code NAME=value}
 * @param healthCheck the command of Docker's health check: {@code [CMD, /app, --health]}
 * @param diffIds digests of the uncompressed layers, lowest first
 * @see <a href="https://github.com/opencontainers/image-spec/blob/v1.1.0/config.md">OCI image configuration</a>
 */
public record ImageConfig(
        Platform platform,
        List<String> osFeatures,
        List<String> entrypoint,
        List<String> command,
        List<String> environment,
        String workingDirectory,
        String user,
        List<String> exposedPorts,
        List<String> volumes,
        List<String> healthCheck,
        Map<String, String> labels,
        List<String> diffIds) {

    public ImageConfig {
        osFeatures = List.copyOf(osFeatures);
        entrypoint = List.copyOf(entrypoint);
        command = List.copyOf(command);
        environment = List.copyOf(environment);
        exposedPorts = List.copyOf(exposedPorts);
        volumes = List.copyOf(volumes);
        healthCheck = List.copyOf(healthCheck);
        labels = Collections.unmodifiableMap(new LinkedHashMap<>(labels));
        diffIds = List.copyOf(diffIds);
    }

    /**
     * Reads a configuration blob of OCI's or Docker's type.
     *
     * @throws IllegalArgumentException if the bytes are not JSON
     */
    public static ImageConfig read(byte[] bytes) {
        JsonNode node = parse(bytes);
        JsonNode config = node.path("config");
        return new ImageConfig(
                Platform.read(node),
                texts(node.path("os.features")),
                texts(config.path("Entrypoint")),
                texts(config.path("Cmd")),
                texts(config.path("Env")),
                config.path("WorkingDir").asText(),
                config.path("User").asText(),
                keys(config.path("ExposedPorts")),
                keys(config.path("Volumes")),
                texts(config.path("Healthcheck").path("Test")),
                labels(config.path("Labels")),
                texts(node.path("rootfs").path("diff_ids")));
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return Json.parse(bytes);
        } catch (IOException malformed) {
            throw new IllegalArgumentException("an image configuration: " + malformed.getMessage(), malformed);
        }
    }

    private static List<String> texts(JsonNode array) {
        List<String> all = new ArrayList<>();
        array.forEach(item -> all.add(item.asText()));
        return all;
    }

    private static List<String> keys(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).sorted().toList();
    }

    private static Map<String, String> labels(JsonNode object) {
        Map<String, String> all = new LinkedHashMap<>();
        object.properties()
                .forEach(entry -> all.put(entry.getKey(), entry.getValue().asText()));
        return all;
    }
}
