package dev.jrelease.registry;

import dev.jrelease.http.Body;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageSink.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * The upload of one blob: in one request, or in chunks if that was too large or failed. After a failure it continues
 * at the offset that the registry has.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-a-blob-in-chunks">chunks</a>
 */
final class BlobUpload {
    private static final String OCTETS = "application/octet-stream";

    private final Server server;
    private final Upload upload;
    private final Blobs blobs;
    private final Descriptor blob;
    private final ContentReader content;
    private UploadSession session;
    private boolean failed;
    private int restarts;

    private BlobUpload(
            Server server, Upload upload, Blobs blobs, Descriptor blob, ContentReader content, UploadSession session) {
        this.server = server;
        this.upload = upload;
        this.blobs = blobs;
        this.blob = blob;
        this.content = content;
        this.session = session;
    }

    static void send(Server server, Upload upload, Blobs blobs, Descriptor blob, Content content, UploadSession session)
            throws InterruptedException {
        try (ContentReader reader = new ContentReader(content)) {
            new BlobUpload(server, upload, blobs, blob, reader, session).send();
        } catch (IOException closing) {
            throw new UncheckedIOException(closing);
        }
    }

    private void send() throws InterruptedException {
        if (server.endpoint().bodyLimit().allows(blob.size())
                && server.retries().run(this::whole)) {
            return;
        }
        boolean done = false;
        while (!done) {
            while (session.received() < blob.size()) {
                boolean _ = server.retries().run(this::chunk);
            }
            done = server.retries().run(this::finish);
        }
    }

    /** Sends the rest in one request; false if it must be sent in chunks. */
    private boolean whole() throws InterruptedException {
        if (failed) {
            if (isThere()) {
                return true;
            }
            resume();
            if (session.received() > 0) {
                return false;
            }
        }
        // Content longer than the descriptor states must be detected.
        Call put = closing().with(new Body.Stream(blob.size(), () -> content.piece(0, Long.MAX_VALUE)));
        try {
            return server.endpoint().once(put, response -> stored(put, response));
        } catch (RegistryException failure) {
            if (isTooLarge(failure, blob.size())) {
                return false;
            }
            throw afterwards(failure);
        }
    }

    private boolean chunk() throws InterruptedException {
        if (failed) {
            resume();
        }
        long from = session.received();
        long size = Math.min(server.endpoint().bodyLimit().chunk(session.smallestChunk()), blob.size() - from);
        if (size == 0) {
            return true;
        }
        Call patch = upload.call("PATCH", session.location(), 200, 202, 204)
                .with("Content-Type", OCTETS)
                .with("Content-Range", from + "-" + (from + size - 1))
                .with(body(from, size));
        try {
            session = server.endpoint()
                    .once(
                            patch,
                            response -> session.after(
                                    response, upload.location(response).orElse(session.location()), from + size));
            return true;
        } catch (RegistryException failure) {
            boolean mayBeSmaller = size > session.smallestChunk();
            if (isTooLarge(failure, size) && mayBeSmaller) {
                return true;
            }
            throw afterwards(failure);
        }
    }

    /** Completes the upload; false if the registry has lost a part of it. */
    private boolean finish() throws InterruptedException {
        if (failed) {
            if (isThere()) {
                return true;
            }
            resume();
            if (session.received() < blob.size()) {
                return false;
            }
        }
        // Uses the time-out for content: a registry may read all of it again before it answers.
        Call put = closing().with(new Body.Stream(0, InputStream::nullInputStream));
        try {
            return server.endpoint().once(put, response -> stored(put, response));
        } catch (RegistryException failure) {
            throw afterwards(failure);
        }
    }

    /** Whether the blob exists: possibly only the response was lost. */
    private boolean isThere() throws InterruptedException {
        return blobs.exist(blob);
    }

    /** Continues at the offset of the registry, or from the beginning if the session is lost. */
    private void resume() throws InterruptedException {
        Call get = upload.call("GET", session.location(), 200, 202, 204);
        try {
            session = server.send(
                    get,
                    response ->
                            session.after(response, upload.location(response).orElse(session.location()), 0));
        } catch (RegistryException unknown) {
            if (unknown.isTransient()
                    || ++restarts == server.retries().backoff().attempts()) {
                throw unknown;
            }
            session = upload.begin();
        }
        failed = false;
    }

    private boolean isTooLarge(RegistryException failure, long size) {
        return failure.status() == 413 && server.endpoint().bodyLimit().refused(size);
    }

    private RegistryException afterwards(RegistryException failure) {
        failed = true;
        return isLost(failure) ? failure.with(Recovery.LAG) : failure;
    }

    /** Whether the session is lost, as after a restart, or has another offset. */
    private static boolean isLost(RegistryException failure) {
        return failure.status() == 404
                || failure.status() == 416
                || failure.has("BLOB_UPLOAD_UNKNOWN")
                || failure.has("BLOB_UPLOAD_INVALID");
    }

    private Call closing() {
        return upload.call("PUT", session.closing(Upload.encoded(blob)), 200, 201, 204)
                .with("Content-Type", OCTETS);
    }

    private Body body(long from, long length) {
        return new Body.Stream(length, () -> content.piece(from, length));
    }

    private boolean stored(Call call, HttpResponse response) {
        Optional<Digest> stored =
                response.headers().first("Docker-Content-Digest").flatMap(Digest::parse);
        if (stored.isPresent() && !stored.get().equals(blob.digest())) {
            throw server.endpoint().diagnosis().wrong(call, "the registry says that it stored " + stored.get());
        }
        return true;
    }
}
