package dev.jrelease.testkit.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Pushes images to registries on loopback as engines with graph drivers do: each layer is compressed, and sent unless the
 * registry has it.
 */
final class Pushes {
    private final Images images;
    private final Queue<EngineFault> faults;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> sent = new CopyOnWriteArrayList<>();

    Pushes(Images images, Queue<EngineFault> faults) {
        this.images = images;
        this.faults = faults;
    }

    /** The digests of the blobs that were sent. */
    List<String> sent() {
        return List.copyOf(sent);
    }

    /** Answers {@code POST /images/NAME/push?tag=TAG}. */
    void serve(Exchange exchange, String name) throws IOException, InterruptedException {
        Optional<EngineImage> image = images.find(name + ":" + exchange.parameter("tag"));
        if (image.isEmpty()) {
            exchange.refuse(404, "An image does not exist locally with the tag: " + name);
            return;
        }
        try (OutputStream answer = exchange.stream()) {
            say(answer, "status", "The push refers to repository [" + name + "]");
            if (faults.peek() instanceof EngineFault.UnreachableRegistry(String message)) {
                faults.remove();
                say(answer, "error", message);
                return;
            }
            new Push(name, login(exchange.header("x-registry-auth"))).push(image.get(), exchange.parameter("tag"));
            say(answer, "status", exchange.parameter("tag") + ": digest: …");
        }
    }

    private static void say(OutputStream answer, String key, String words) throws IOException {
        ObjectNode line = EngineImage.JSON.createObjectNode().put(key, words);
        answer.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    /** {@code {"username": …, "password": …}} as a header of a request. */
    private static String login(String encoded) throws IOException {
        JsonNode login = EngineImage.JSON.readTree(Base64.getUrlDecoder().decode(encoded));
        String text =
                login.path("username").asText() + ":" + login.path("password").asText();
        return "Basic " + Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** One image on its way to a registry that wants a login. */
    private final class Push {
        private final String registry;
        private final String login;

        private Push(String name, String login) {
            int slash = name.indexOf('/');
            this.registry = "http://" + name.substring(0, slash) + "/v2/" + name.substring(slash + 1);
            this.login = login;
        }

        void push(EngineImage image, String tag) throws IOException, InterruptedException {
            for (Layer layer : image.layers()) {
                send(layer.gzip());
            }
            send(image.config());
            ask("PUT", registry + "/manifests/" + tag, image.storedManifest(), 201);
        }

        private void send(byte[] blob) throws IOException, InterruptedException {
            String digest = Sha256.digest(blob);
            byte[] nothing = {};
            if (ask("HEAD", registry + "/blobs/" + digest, nothing).statusCode() == 200) {
                return;
            }
            String place = ask("POST", registry + "/blobs/uploads/", nothing, 202)
                    .headers()
                    .firstValue("Location")
                    .orElse("");
            String upload = URI.create(registry).resolve(place).toString();
            ask("PATCH", upload, blob, 202);
            ask("PUT", upload + "?digest=" + digest.replace(":", "%3A"), nothing, 201);
            ask("HEAD", registry + "/blobs/" + digest, nothing, 200);
            sent.add(digest);
        }

        private HttpResponse<Void> ask(String method, String url, byte[] body, int expected)
                throws IOException, InterruptedException {
            HttpResponse<Void> answer = ask(method, url, body);
            if (answer.statusCode() != expected) {
                throw new IOException(method + " " + url + ": " + answer.statusCode());
            }
            return answer;
        }

        private HttpResponse<Void> ask(String method, String url, byte[] body)
                throws IOException, InterruptedException {
            var publisher = body.length == 0
                    ? BodyPublishers.ofByteArray(body)
                    : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));
            return client.send(
                    HttpRequest.newBuilder(URI.create(url))
                            .header("Authorization", login)
                            .method(method, publisher)
                            .build(),
                    BodyHandlers.discarding());
        }
    }
}
