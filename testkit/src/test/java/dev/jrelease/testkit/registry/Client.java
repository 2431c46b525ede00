package dev.jrelease.testkit.registry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Speaks to a registry with the JDK's client, one plain request at a time. */
final class Client implements AutoCloseable {
    static final String MANIFEST = "application/vnd.oci.image.manifest.v1+json";
    static final String INDEX = "application/vnd.oci.image.index.v1+json";

    private final HttpClient http;
    private final URI registry;

    Client(FakeRegistry registry) {
        this(registry, HttpClient.newHttpClient());
    }

    Client(FakeRegistry registry, HttpClient http) {
        this.http = http;
        this.registry = registry.uri();
    }

    HttpResponse<String> send(String method, String target, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(registry.resolve(target))
                .timeout(Duration.ofSeconds(30))
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String target, String... headers) throws IOException, InterruptedException {
        return send("GET", target, "", headers);
    }

    /** Uploads in one request and returns the digest. */
    String pushBlob(String repository, String content) throws IOException, InterruptedException {
        String digest = digest(content);
        HttpResponse<String> response = send("POST", "/v2/" + repository + "/blobs/uploads/?digest=" + digest, content);
        if (response.statusCode() != 201) {
            throw new IOException(response + " " + response.body());
        }
        return digest;
    }

    HttpResponse<String> pushManifest(String repository, String reference, String type, String json)
            throws IOException, InterruptedException {
        return send("PUT", "/v2/" + repository + "/manifests/" + reference, json, "Content-Type", type);
    }

    /** A manifest without layers, whose config is this text. */
    static String manifest(String config) {
        return "{\"schemaVersion\":2,\"config\":%s,\"layers\":[]}"
                .formatted(descriptor("application/vnd.oci.image.config.v1+json", config));
    }

    static String index(String manifest) {
        return "{\"schemaVersion\":2,\"manifests\":[%s]}".formatted(descriptor(MANIFEST, manifest));
    }

    static String descriptor(String type, String content) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d}"
                .formatted(type, digest(content), content.length());
    }

    static String digest(String content) {
        return Sha256.of(content.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        http.close();
    }
}
