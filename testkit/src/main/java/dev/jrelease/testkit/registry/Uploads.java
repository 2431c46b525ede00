package dev.jrelease.testkit.registry;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /v2/NAME/blobs/uploads/…}: takes blobs in one request or in many, or mounts them from another repository. */
final class Uploads implements Endpoint {
    private static final Pattern RANGE = Pattern.compile("(\\d+)-(\\d+)");
    private final RegistryContent holdings;
    private final RequestLog log;
    private final Lag lag;
    private final Dialect dialect;
    private final Map<String, Upload> sessions = new ConcurrentHashMap<>();

    Uploads(RegistryContent holdings, RequestLog log, Lag lag, Dialect dialect) {
        this.holdings = holdings;
        this.log = log;
        this.lag = lag;
        this.dialect = dialect;
    }

    @Override
    public void answer(Call call, String repository, String id) throws IOException {
        checkSize(call);
        if (id.isEmpty()) {
            start(call, repository);
            return;
        }
        Upload upload = Optional.ofNullable(sessions.get(id))
                .filter(session -> session.isFor(repository))
                .orElseThrow(() -> new Refusal(404, "BLOB_UPLOAD_UNKNOWN", "blob upload unknown to registry"));
        switch (call.method()) {
            case "GET" -> progress(call, repository, id, upload, 204);
            case "PATCH" -> append(call, repository, id, upload);
            case "PUT" -> {
                checkOrder(call, upload);
                String digest = call.query().first("digest").orElse("");
                upload.append(call.body());
                sessions.remove(id);
                finish(call, repository, upload, digest);
            }
            case "DELETE" -> {
                sessions.remove(id);
                upload.discard();
                call.answer(204);
            }
            default -> throw Refusal.unsupported(call);
        }
    }

    /** Refuses as a proxy does, without the error format of registries. */
    private void checkSize(Call call) {
        long length = call.header("Content-Length").map(Long::valueOf).orElse(0L);
        if (length > dialect.largestUpload()) {
            throw new Refusal(413, "", "413 Request Entity Too Large");
        }
    }

    private void start(Call call, String repository) throws IOException {
        if (!call.method().equals("POST")) {
            throw Refusal.unsupported(call);
        }
        Optional<String> mounted = dialect.mounts() ? call.query().first("mount") : Optional.empty();
        Optional<String> from = call.query().first("from");
        if (mounted.isPresent() && from.isPresent() && holdings.mountBlob(repository, mounted.get(), from.get())) {
            log.enter(Write.Kind.MOUNT, repository, mounted.get(), mounted.get());
            created(call, repository, mounted.get());
            return;
        }
        Upload upload = new Upload(repository, holdings.draft());
        Optional<String> digest = call.query().first("digest");
        if (digest.isPresent()) {
            upload.append(call.body());
            finish(call, repository, upload, digest.get());
            return;
        }
        String id = UUID.randomUUID().toString();
        sessions.put(id, upload);
        if (dialect.smallestChunk() > 0) {
            call.with("OCI-Chunk-Min-Length", Long.toString(dialect.smallestChunk()));
        }
        progress(call, repository, id, upload, 202);
    }

    private void append(Call call, String repository, String id, Upload upload) throws IOException {
        checkOrder(call, upload);
        if (!upload.takesChunks()) {
            throw new Refusal(
                    416, "SIZE_INVALID", "only the last chunk may be smaller than " + dialect.smallestChunk());
        }
        upload.chunk(call.body(), dialect.smallestChunk());
        progress(call, repository, id, upload, 202);
    }

    private void finish(Call call, String repository, Upload upload, String digest) throws IOException {
        boolean isNew = holdings.blob(repository, digest).isEmpty();
        upload.finish(digest, holdings);
        if (isNew && call.looksTooEarly() > 0) {
            lag.hide(repository, digest, Optional.empty(), call.looksTooEarly());
        }
        log.enter(Write.Kind.BLOB, repository, digest, digest);
        created(call, repository, digest);
    }

    private static void checkOrder(Call call, Upload upload) {
        Optional<Matcher> range =
                call.header("Content-Range").map(RANGE::matcher).filter(Matcher::matches);
        if (range.isPresent() && Long.parseLong(range.get().group(1)) != upload.size()) {
            throw new Refusal(416, "BLOB_UPLOAD_INVALID", "the next byte expected is " + upload.size());
        }
    }

    private void progress(Call call, String repository, String id, Upload upload, int status) throws IOException {
        String path = "/v2/" + repository + "/blobs/uploads/" + id + "?_state=" + upload.size();
        call.with("Location", dialect.relativeLocations() ? path : call.origin() + path)
                .with("Range", "0-" + Math.max(0, upload.size() - 1))
                .with("Docker-Upload-UUID", id)
                .answer(status);
    }

    private static void created(Call call, String repository, String digest) throws IOException {
        call.with("Location", "/v2/" + repository + "/blobs/" + digest)
                .withDigest(digest)
                .answer(201);
    }
}
