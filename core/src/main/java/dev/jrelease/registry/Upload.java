package dev.jrelease.registry;

import dev.jrelease.http.Body;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.image.Descriptor;
import dev.jrelease.image.Digest;
import dev.jrelease.image.ImageSink.Content;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Brings a blob into a repository: begins an upload session, then sends all of the content at once.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#post-then-put">POST, then
 *     PUT</a>
 */
record Upload(Server server, String attempt, String repository, Scopes scopes) {

    void send(Descriptor blob, Content content) throws InterruptedException {
        String session = server.once(post(""), this::session);
        String separator = session.contains("?") ? "&" : "?";
        Call put = Call.of(attempt, "PUT", session + separator + "digest=" + encoded(blob), scopes, 200, 201, 204)
                .with("Content-Type", "application/octet-stream")
                .with(new Body.Stream(blob.size(), content::open));
        try {
            server.once(put, response -> checked(put, blob, response));
        } catch (RegistryException failure) {
            throw isLost(failure) ? failure.with(Recovery.OUTAGE) : failure;
        }
    }

    /** The session is gone, as after a restart or when another instance answers. A new one may fare better. */
    private static boolean isLost(RegistryException failure) {
        return failure.status() == 404 || failure.status() == 416 || failure.has("BLOB_UPLOAD_UNKNOWN");
    }

    private boolean checked(Call call, Descriptor blob, HttpResponse response) {
        Optional<Digest> stored =
                response.headers().first("Docker-Content-Digest").flatMap(Digest::parse);
        if (stored.isPresent() && !stored.get().equals(blob.digest())) {
            throw server.diagnosis().wrong(call, "the registry says that it stored " + stored.get());
        }
        return true;
    }

    /** Whether the blob is there now. A registry that cannot or will not mount is not at fault. */
    boolean mount(Descriptor blob, String from) throws InterruptedException {
        Call post = post("?mount=" + encoded(blob) + "&from=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
        try {
            Optional<String> session = server.retries().run(() -> mountOnce(post));
            session.ifPresent(this::cancel);
            return session.isEmpty();
        } catch (RegistryException refused) {
            if (refused.isTransient() || refused.status() == 0) {
                throw refused;
            }
            return false;
        }
    }

    /** A problem of the registry's own is no reason to try again: the blob can be written instead. */
    private Optional<String> mountOnce(Call post) throws InterruptedException {
        try {
            return server.once(
                    post, response -> response.status() == 201 ? Optional.empty() : Optional.of(session(response)));
        } catch (RegistryException refused) {
            throw refused.status() >= 500 ? refused.with(Recovery.NONE) : refused;
        }
    }

    void tryOut() throws InterruptedException {
        cancel(server.send(post(""), this::session));
    }

    private void cancel(String session) {
        try {
            server.once(Call.of(attempt, "DELETE", session, scopes, 200, 202, 204), _ -> true);
        } catch (RegistryException leftToTheRegistry) {
            // Not every registry can; all of them clear away uploads that do not go on.
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private Call post(String query) {
        return Call.of(attempt, "POST", uploads() + query, scopes, 201, 202).with(new Body.Bytes(new byte[0]));
    }

    private String uploads() {
        return "/v2/" + repository + "/blobs/uploads/";
    }

    private String session(HttpResponse response) {
        Call call = post("");
        String location = response.headers()
                .first("Location")
                .orElseThrow(() -> server.diagnosis().wrong(call, "the registry does not say where to upload to"));
        try {
            return URI.create(uploads()).resolve(location).toString();
        } catch (IllegalArgumentException malformed) {
            throw server.diagnosis().wrong(call, "the registry sends us to a malformed address: " + location);
        }
    }

    private static String encoded(Descriptor blob) {
        return URLEncoder.encode(blob.digest().toString(), StandardCharsets.UTF_8);
    }
}
