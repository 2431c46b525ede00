package dev.jrelease.registry;

import dev.jrelease.http.Body;
import dev.jrelease.http.Headers;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageManifest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.image.TagCheck;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The manifests of one repository.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md">OCI distribution</a>
 */
record Manifests(Server server, String name, String repository) {
    private static final LinearPattern SIZE = LinearPattern.of("[0-9]{1,18}");

    private static final String ACCEPT = String.join(", ", MediaTypes.MANIFESTS);
    private static final String DIGEST = "Docker-Content-Digest";
    private static final int TAGS_AT_ONCE = 10;
    /** Statuses for immutable tags: ECR 400, Artifactory and Quay 409, Harbor 412. */
    private static final Set<Integer> REFUSALS_OF_TAGS = Set.of(400, 403, 409, 412);

    private static final String FOREIGN =
            "the image has a layer that lies elsewhere; distribution takes such layers where"
                    + " validation.manifests.urls.allow in its configuration has their addresses";

    private static final Set<String> PARTS_UNKNOWN =
            Set.of("MANIFEST_BLOB_UNKNOWN", "BLOB_UNKNOWN", "MANIFEST_UNKNOWN");

    /** Uses HEAD if it has all headers, because it does not count as a pull. */
    Optional<Descriptor> resolve(String key) throws InterruptedException {
        Call head = call("look up", "HEAD", key, 200, 404);
        Call get = call("read", "GET", key, 200, 404);
        Optional<Descriptor> found = server.headOr(
                        () -> server.endpoint().once(head, Manifests::fromHead),
                        () -> new Resolved(server.endpoint()
                                .once(get, response -> found(get, key, response))
                                .map(Manifest::descriptor)))
                .descriptor();
        found.ifPresent(there -> see(key, there.digest()));
        return found;
    }

    /** Records an existing manifest that another server of the registry may not have yet. */
    private void see(String key, Digest digest) {
        server.endpoint().recent().note(repository, key);
        server.endpoint().recent().see(repository, digest);
    }

    private void wrote(String key, Digest digest) {
        server.endpoint().recent().note(repository, key);
        server.endpoint().recent().write(repository, digest);
    }

    /** The manifest of a key; empty if it does not exist. */
    private record Resolved(Optional<Descriptor> descriptor) {}

    /** Reads the headers; empty if they are incomplete. */
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
        return SIZE.matches(text) ? Long.parseLong(text) : 0;
    }

    private static String mediaType(Headers headers) {
        String type = headers.first("Content-Type").orElse("");
        return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    Manifest read(String key) throws InterruptedException {
        Call get = call("read", "GET", key, 200);
        Manifest read = server.retries().run(() -> {
            try {
                return server.endpoint().once(get, response -> manifest(get, key, response));
            } catch (RegistryException failure) {
                boolean lags =
                        failure.status() == 404 && server.endpoint().recent().has(repository, key);
                throw lags ? failure.with(Recovery.LAG) : failure;
            }
        });
        see(key, read.digest());
        return read;
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
            throw server.endpoint().diagnosis().wrong(call, "the registry sent " + malformed.getMessage());
        }
    }

    /** Writes the bytes unchanged, with their own media type, so that the digest stays valid. */
    void write(String key, Manifest manifest, TagCheck check) throws InterruptedException {
        Headers _ = put(call("push", "PUT", key, 200, 201, 202), key, manifest, check);
        wrote(key, manifest.digest());
    }

    /**
     * Writes so many tags with each request as every registry takes that knows this. One that does not know it is asked
     * once.
     *
     * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pushing-manifests">OCI-Tag</a>
     */
    List<String> write(List<String> tags, Manifest manifest, TagCheck check) throws InterruptedException {
        List<String> written = new ArrayList<>();
        for (int from = 0; from < tags.size() && server.endpoint().takesTagParameters(); from += TAGS_AT_ONCE) {
            List<String> some = tags.subList(from, Math.min(tags.size(), from + TAGS_AT_ONCE));
            String key = manifest.digest().toString();
            String query = some.stream().map(tag -> "tag=" + tag).collect(Collectors.joining("&", "?", ""));
            Headers answer = put(call("push", "PUT", key, query, 200, 201, 202), key, manifest, check);
            Set<String> accepted = answer.all("OCI-Tag").stream()
                    .flatMap(list -> Stream.of(list.split(",", -1)))
                    .map(String::strip)
                    .collect(Collectors.toSet());
            some.stream().filter(accepted::contains).forEach(written::add);
            if (!accepted.containsAll(some)) {
                server.endpoint().takesNoTagParameters();
            }
        }
        written.forEach(tag -> wrote(tag, manifest.digest()));
        return written;
    }

    private Headers put(Call call, String key, Manifest manifest, TagCheck check) throws InterruptedException {
        Call put = call.with("Content-Type", manifest.mediaType()).with(new Body.Bytes(manifest.bytes()));
        return server.change(check, () -> {
            try {
                return server.endpoint().once(put, response -> stored(put, manifest, response));
            } catch (RegistryException failure) {
                if (isWrittenOnce(failure) && holds(key, manifest)) {
                    return Headers.EMPTY;
                }
                RegistryException hinted = hasForeignLayers(manifest) ? failure.hinting(FOREIGN) : failure;
                throw lacksWhatIsThere(failure, manifest) ? hinted.with(Recovery.LAG) : hinted;
            }
        });
    }

    private Headers stored(Call put, Manifest manifest, HttpResponse response) {
        Optional<Digest> stored = response.headers().first(DIGEST).flatMap(Digest::parse);
        check(put, manifest.digest(), stored, "the registry says that it stored");
        return response.headers();
    }

    /**
     * Whether the failure is about an immutable tag, which is refused also with equal content, as after a lost
     * response.
     */
    private static boolean isWrittenOnce(RegistryException failure) {
        return REFUSALS_OF_TAGS.contains(failure.status());
    }

    private static boolean hasForeignLayers(Manifest manifest) {
        return manifest instanceof ImageManifest image
                && image.layers().stream().anyMatch(Descriptor::isForeign);
    }

    private boolean holds(String key, Manifest manifest) throws InterruptedException {
        return resolve(key).map(Descriptor::digest).equals(Optional.of(manifest.digest()));
    }

    private boolean lacksWhatIsThere(RegistryException failure, Manifest manifest) {
        boolean lacks = failure.status() == 404 || PARTS_UNKNOWN.stream().anyMatch(failure::has);
        return lacks && server.endpoint().recent().hasPartOf(repository, manifest);
    }

    /** Deletes a tag, and returns whether it is gone. Registries without this operation use several statuses. */
    boolean delete(String tag, TagCheck check) throws InterruptedException {
        Call delete = call("delete", "DELETE", tag, 200, 202, 204, 400, 404, 405, 501);
        boolean gone = server.change(
                check,
                () -> server.endpoint().once(delete, response -> response.status() < 300 || response.status() == 404));
        if (gone) {
            server.endpoint().recent().forget(repository, tag);
        }
        return gone;
    }

    private void check(Call call, Digest content, Optional<Digest> stated, String whose) {
        if (stated.isPresent() && !stated.get().equals(content)) {
            throw server.endpoint()
                    .diagnosis()
                    .wrong(call, "the content is " + content + ", but " + stated.get() + " is what " + whose);
        }
    }

    private Call call(String verb, String method, String key, Integer... expected) {
        return call(verb, method, key, "", expected);
    }

    private Call call(String verb, String method, String key, String query, Integer... expected) {
        String reference = name + (Digest.parse(key).isPresent() ? "@" : ":") + key;
        Scopes scopes = switch (method) {
            case "PUT" -> Scopes.push(repository);
            case "DELETE" -> Scopes.delete(repository);
            default -> Scopes.pull(repository);
        };
        Call call = Call.of(
                verb + " manifest " + reference,
                method,
                "/v2/" + repository + "/manifests/" + key + query,
                scopes,
                expected);
        return method.equals("GET") || method.equals("HEAD") ? call.with("Accept", ACCEPT) : call;
    }
}
