package dev.jrelease.testkit.engine;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

/** Pushes an image into a repository of a registry over plain http, without a tag and without a login. */
final class RegistryPush {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String repository;
    private final URI base;

    /** @param repository with its registry, as in {@code localhost:5000/acme/hello} */
    RegistryPush(String repository) {
        int slash = repository.indexOf('/');
        this.repository = repository;
        this.base =
                URI.create("http://" + repository.substring(0, slash) + "/v2/" + repository.substring(slash + 1) + "/");
    }

    void push(EngineImage image) throws BuildRefusal, InterruptedException {
        try {
            for (Layer layer : image.layers()) {
                blob(layer.gzip());
            }
            blob(image.config());
            byte[] manifest = image.storedManifest();
            send(
                    HttpRequest.newBuilder(base.resolve("manifests/" + Sha256.digest(manifest)))
                            .header("Content-Type", image.manifestType())
                            .PUT(BodyPublishers.ofByteArray(manifest)),
                    201);
        } catch (IOException unreachable) {
            throw refused("failed to do request: Put \"" + base + "\": dial tcp: connect: connection refused");
        }
    }

    private void blob(byte[] content) throws IOException, BuildRefusal, InterruptedException {
        String digest = Sha256.digest(content);
        URI there = base.resolve("blobs/" + digest);
        HttpRequest head = HttpRequest.newBuilder(there).HEAD().build();
        if (HTTP.send(head, BodyHandlers.discarding()).statusCode() == 200) {
            return;
        }
        HttpResponse<String> upload = send(
                HttpRequest.newBuilder(base.resolve("blobs/uploads/")).POST(BodyPublishers.ofByteArray(new byte[0])),
                202);
        String place = upload.headers().firstValue("Location").orElseThrow();
        String whole = place + (place.contains("?") ? "&" : "?") + "digest=" + digest;
        send(HttpRequest.newBuilder(base.resolve(whole)).PUT(BodyPublishers.ofByteArray(content)), 201);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, int expected)
            throws IOException, BuildRefusal, InterruptedException {
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() != expected) {
            throw refused("unexpected status from " + answer.request().method() + " request to "
                    + answer.request().uri() + ": " + answer.statusCode());
        }
        return answer;
    }

    private BuildRefusal refused(String why) {
        return new BuildRefusal("failed to push " + repository + ": " + why);
    }
}
