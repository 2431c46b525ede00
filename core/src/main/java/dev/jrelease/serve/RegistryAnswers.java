package dev.jrelease.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.jrelease.http.ServerAnswer;
import dev.jrelease.http.ServerAnswer.Body;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.Manifest;
import dev.jrelease.image.MediaTypes;
import dev.jrelease.json.Json;
import dev.jrelease.layout.Layouts;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the requests of a client that pulls.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pull">pull</a>
 */
record RegistryAnswers(Path folder, Layouts layouts) {
    private static final String JSON = "application/json";

    /** The images that there are now. */
    ServedImages images() {
        return ServedImages.in(folder, layouts);
    }

    /**
     * The answer to GET or HEAD.
     *
     * @param range the header of that name; empty for the whole
     */
    ServerAnswer answer(String path, String range) {
        if (path.equals("/v2") || path.equals("/v2/")) {
            return ServerAnswer.of(JSON, Json.bytes(Json.object()));
        }
        ServedImages images = images();
        if (path.equals("/v2/_catalog")) {
            return catalog(images);
        }
        for (String kind : new String[] {"/manifests/", "/blobs/", "/referrers/", "/tags/list"}) {
            int at = path.lastIndexOf(kind);
            if (path.startsWith("/v2/") && at > 3) {
                String repository = path.substring(4, at);
                String key = path.substring(at + kind.length());
                return images.has(repository)
                        ? answer(images, repository, kind, key, range)
                        : error(404, "NAME_UNKNOWN", "the layout has no image of " + repository);
            }
        }
        return error(404, "NAME_INVALID", "there is nothing at " + path);
    }

    private static ServerAnswer answer(ServedImages images, String repository, String kind, String key, String range) {
        return switch (kind) {
            case "/manifests/" ->
                images.digest(repository, key)
                        .map(digest -> manifest(images, digest))
                        .orElseGet(() -> error(404, "MANIFEST_UNKNOWN", "there is no " + repository + ":" + key));
            case "/blobs/" ->
                Digest.parse(key)
                        .flatMap(digest -> blob(images, digest, range))
                        .orElseGet(() -> error(404, "BLOB_UNKNOWN", "there is no blob " + key));
            case "/referrers/" ->
                Digest.parse(key)
                        .map(subject -> referrers(images, subject))
                        .orElseGet(() -> error(400, "DIGEST_INVALID", key + " is no digest"));
            default -> tags(images, repository);
        };
    }

    private static ServerAnswer catalog(ServedImages images) {
        ObjectNode list = Json.object();
        ArrayNode repositories = list.putArray("repositories");
        images.tags().keySet().forEach(repositories::add);
        return ServerAnswer.of(JSON, Json.bytes(list));
    }

    private static ServerAnswer tags(ServedImages images, String repository) {
        ObjectNode list = Json.object().put("name", repository);
        ArrayNode tags = list.putArray("tags");
        images.of(repository).keySet().forEach(tags::add);
        return ServerAnswer.of(JSON, Json.bytes(list));
    }

    private static ServerAnswer manifest(ServedImages images, Digest digest) {
        Manifest manifest = images.layout().manifest(digest);
        return ServerAnswer.of(manifest.mediaType(), manifest.bytes()).with("Docker-Content-Digest", digest.toString());
    }

    private static ServerAnswer referrers(ServedImages images, Digest subject) {
        ObjectNode index = Json.object().put("schemaVersion", 2).put("mediaType", MediaTypes.OCI_INDEX);
        ArrayNode manifests = index.putArray("manifests");
        for (Descriptor listed : images.layout().referrers(subject)) {
            ObjectNode entry = listed.write();
            if (!entry.has("artifactType")) {
                entry.put(
                        "artifactType",
                        images.layout().manifest(listed.digest()).artifactType());
            }
            manifests.add(entry);
        }
        return ServerAnswer.of(MediaTypes.OCI_INDEX, Json.bytes(index));
    }

    private static Optional<ServerAnswer> blob(ServedImages images, Digest digest, String range) {
        Path file = images.layout().file(digest);
        Optional<ServerAnswer> answer = Files.isRegularFile(file)
                ? Optional.of(content(file.toFile().length(), range, () -> Files.newInputStream(file)))
                : images.layout()
                        .elsewhere(digest)
                        .map(layer -> content(
                                layer.size(), range, () -> images.layout().blob(layer)));
        return answer.map(
                of -> of.with("Docker-Content-Digest", digest.toString()).with("Accept-Ranges", "bytes"));
    }

    private static ServerAnswer content(long size, String range, Body whole) {
        return Range.parse(range, size).map(part -> part(whole, size, part)).orElseGet(() -> stream(200, size, whole));
    }

    private static ServerAnswer part(Body whole, long size, Range part) {
        if (part.from() >= size) {
            return error(416, "BLOB_UNKNOWN", "the blob has only " + size + " bytes")
                    .with("Content-Range", "bytes */" + size);
        }
        return stream(206, part.length(), () -> {
                    InputStream content = whole.open();
                    content.skipNBytes(part.from());
                    return content;
                })
                .with("Content-Range", "bytes " + part.from() + "-" + part.to() + "/" + size);
    }

    private static ServerAnswer stream(int status, long length, Body content) {
        return new ServerAnswer(status, Map.of("Content-Type", "application/octet-stream"), length, content);
    }

    /** An error in the form of the specification. */
    static ServerAnswer error(int status, String code, String message) {
        ObjectNode document = Json.object();
        document.putArray("errors").addObject().put("code", code).put("message", message);
        ServerAnswer answer = ServerAnswer.of(JSON, Json.bytes(document));
        return new ServerAnswer(status, answer.headers(), answer.length(), answer.body());
    }
}
