package dev.jrelease.registry;

import dev.jrelease.http.Body;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.image.Descriptor;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Begins uploads into a repository, or has a blob mounted instead.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#pushing-blobs">pushing blobs</a>
 */
record Upload(Server server, String attempt, String repository, Scopes scopes) {

    UploadSession begin() throws InterruptedException {
        return server.send(post(""), response -> UploadSession.begun(session(response), response));
    }

    Call call(String method, String target, Integer... expected) {
        return Call.of(attempt, method, target, scopes, expected);
    }

    /**
     * Tries to mount the blob; false if the registry does not mount it.
     *
     * @param begun gets the upload that a registry begins instead
     */
    boolean mount(Descriptor blob, String from, Consumer<UploadSession> begun) throws InterruptedException {
        Call post = post("?mount=" + encoded(blob) + "&from=" + URLEncoder.encode(from, StandardCharsets.UTF_8));
        try {
            Optional<UploadSession> session = server.retries().run(() -> mountOnce(post));
            session.ifPresent(begun);
            return session.isEmpty();
        } catch (RegistryException refused) {
            if (refused.isTransient() || refused.status() == 0) {
                throw refused;
            }
            return false;
        }
    }

    /** An error of the server is not retried: the blob can be uploaded instead. */
    private Optional<UploadSession> mountOnce(Call post) throws InterruptedException {
        try {
            return server.endpoint()
                    .once(
                            post,
                            response -> response.status() == 201
                                    ? Optional.empty()
                                    : Optional.of(UploadSession.begun(session(response), response)));
        } catch (RegistryException refused) {
            throw refused.status() >= 500 ? refused.with(Recovery.NONE) : refused;
        }
    }

    void tryOut() throws InterruptedException {
        cancel(server.send(post(""), this::session));
    }

    void cancel(String session) {
        try {
            server.endpoint().once(Call.of(attempt, "DELETE", session, scopes, 200, 202, 204), _ -> true);
        } catch (RegistryException leftToTheRegistry) {
            // Not every registry can cancel; all of them remove abandoned uploads.
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
        return location(response)
                .orElseThrow(() ->
                        server.endpoint().diagnosis().wrong(post(""), "the registry does not say where to upload to"));
    }

    /** The target of the next request of an upload, if the response states it. */
    Optional<String> location(HttpResponse response) {
        return response.headers().first("Location").map(this::resolved);
    }

    private String resolved(String location) {
        try {
            return URI.create(uploads()).resolve(location).toString();
        } catch (IllegalArgumentException malformed) {
            throw server.endpoint().diagnosis().malformed(post(""), location);
        }
    }

    static String encoded(Descriptor blob) {
        return URLEncoder.encode(blob.digest().toString(), StandardCharsets.UTF_8);
    }
}
