package dev.jrelease.registry;

import dev.jrelease.http.Body;
import dev.jrelease.http.Headers;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/**
 * The manifests of one repository.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md">OCI distribution</a>
 */
record Manifests(Server server, String name, String repository) {
    private static final String ACCEPT = String.join(", ", MediaTypes.MANIFESTS);
    private static final String DIGEST = "Docker-Content-Digest";

    /** Asks for the head alone where that says all: it is not counted as a pull. */
    Optional<Descriptor> resolve(String key) throws InterruptedException {
        Call head = call("look up", "HEAD", key, 200, 404);
        Call get = call("read", "GET", key, 200, 404);
        return server.headOr(
                        () -> server.once(head, Manifests::fromHead),
                        () -> new Resolved(server.once(get, response -> found(get, key, response))
                                .map(Manifest::descriptor)))
                .descriptor();
    }

    /** What a key stands for; nothing if it is not there. */
    private record Resolved(Optional<Descriptor> descriptor) {}

    /** Empty if the head does not say all. */
    private static Optional<Resolved> fromHead(HttpResponse response) {
        Resolved resolved = new Resolved(descriptor(response.headers()));
        return response.status() == 404
                ? Optional.of(new Resolved(Optional.empty()))
                : Optional.of(resolved).filter(known -> known.descriptor.isPresent());
    }

    private static Optional<Descriptor> descriptor(Headers headers) {
        String type = mediaType(headers);
        long size = headers.first("Content-Length").map(Manifests::number).orElse(0L);
        return MediaTypes.MANIFESTS.contains(type) && size > 0
                ? headers.first(DIGEST).flatMap(Digest::parse).map(digest -> new Descriptor(type, digest, size))
                : Optional.empty();
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }

    private static String mediaType(Headers headers) {
        String type = headers.first("Content-Type").orElse("");
        return type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }

    Manifest read(String key) throws InterruptedException {
        Call get = call("read", "GET", key, 200);
        return server.send(get, response -> manifest(get, key, response));
    }

    private Optional<Manifest> found(Call get, String key, HttpResponse response) throws IOException {
        return response.status() == 404 ? Optional.empty() : Optional.of(manifest(get, key, response));
    }

    private Manifest manifest(Call call, String key, HttpResponse response) throws IOException {
        byte[] bytes = response.bytes(Manifest.MAX_BYTES + 1);
        Digest digest = Digest.of(bytes);
        check(call, digest, Digest.parse(key), "was asked for");
        check(call, digest, response.headers().first(DIGEST).flatMap(Digest::parse), "the registry states");
        try {
            return Manifest.read(mediaType(response.headers()), bytes);
        } catch (IllegalArgumentException malformed) {
            throw server.diagnosis().wrong(call, "the registry sent " + malformed.getMessage());
        }
    }

    /** Writes the bytes as they are, under their own type: every other one would change what the digest names. */
    void write(String key, Manifest manifest) throws InterruptedException {
        Call put = call("push", "PUT", key, 200, 201, 202)
                .with("Content-Type", manifest.mediaType())
                .with(new Body.Bytes(manifest.bytes()));
        server.send(put, response -> {
            Optional<Digest> stored = response.headers().first(DIGEST).flatMap(Digest::parse);
            check(put, manifest.digest(), stored, "the registry says that it stored");
            return true;
        });
    }

    private void check(Call call, Digest content, Optional<Digest> stated, String whose) {
        if (stated.isPresent() && !stated.get().equals(content)) {
            throw server.diagnosis()
                    .wrong(call, "the content is " + content + ", but " + stated.get() + " is what " + whose);
        }
    }

    private Call call(String verb, String method, String key, Integer... expected) {
        String reference = name + (Digest.parse(key).isPresent() ? "@" : ":") + key;
        Scopes scopes = method.equals("PUT") ? Scopes.push(repository) : Scopes.pull(repository);
        Call call = Call.of(
                verb + " manifest " + reference, method, "/v2/" + repository + "/manifests/" + key, scopes, expected);
        return method.equals("PUT") ? call : call.with("Accept", ACCEPT);
    }
}
