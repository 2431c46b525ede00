package dev.jrelease.docker;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.LoopbackServer;
import dev.jrelease.http.ServerAnswer;
import dev.jrelease.http.ServerRequest;
import dev.jrelease.image.CompressedLayers;
import dev.jrelease.image.Digest;
import dev.jrelease.image.LayerSink;
import dev.jrelease.image.Manifest;
import dev.jrelease.json.Json;
import dev.jrelease.secret.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A registry of this process for an engine that shares its loopback: the engine pushes an image to it, and leaves out
 * the layers that are known. Nothing can be pulled from it, and it requires a password, which only the engine has.
 *
 * <p>An engine remembers for each layer where it was pushed, up to fifty places. So the name is always one of a few.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#push">push</a>
 */
final class LoopbackRegistry implements AutoCloseable {
    private static final int FIRST_PORT = 28_471;
    private static final int PORTS = 8;
    private static final String NAME = "jrelease";
    private static final String UPLOAD = "/v2/" + NAME + "/blobs/uploads/1";

    private final PushedBlobs blobs;
    private final Secret password = new Secret(UUID.randomUUID().toString());
    private final LoopbackServer server;

    private LoopbackRegistry(PushedBlobs blobs) throws IOException {
        this.blobs = blobs;
        this.server = listen();
    }

    /**
     *
     * @param sink receives the layers
     * @param before what engines have compressed earlier
     */
    static LoopbackRegistry start(LayerSink sink, CompressedLayers before) {
        try {
            return new LoopbackRegistry(new PushedBlobs(sink, before));
        } catch (IOException inUse) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "let the Docker engine push to this process")
                    .because("the ports " + FIRST_PORT + " to " + (FIRST_PORT + PORTS - 1) + " are in use")
                    .cause(inUse)
                    .build();
        }
    }

    private LoopbackServer listen() throws IOException {
        for (int port = FIRST_PORT; port < FIRST_PORT + PORTS - 1; port++) {
            try {
                return LoopbackServer.start(port, this::answer);
            } catch (IOException inUse) {
                // The next one may be free.
            }
        }
        return LoopbackServer.start(FIRST_PORT + PORTS - 1, this::answer);
    }

    /** The name under which the engine pushes, without a tag. */
    String repository() {
        return server.address() + "/" + NAME;
    }

    static boolean isOne(String repository) {
        return IntStream.range(FIRST_PORT, FIRST_PORT + PORTS)
                .mapToObj(port -> "127.0.0.1:" + port + "/" + NAME)
                .anyMatch(repository::equals);
    }

    PushedBlobs blobs() {
        return blobs;
    }

    /** The login that it asks for, as the engine takes it. */
    String login() {
        byte[] login = Json.bytes(Json.object().put("username", NAME).put("password", password.reveal()));
        return Base64.getUrlEncoder().encodeToString(login);
    }

    private boolean isLogin(String authorization) {
        byte[] login = (NAME + ":" + password.reveal()).getBytes(StandardCharsets.UTF_8);
        return authorization.equals("Basic " + Base64.getEncoder().encodeToString(login));
    }

    private ServerAnswer answer(ServerRequest request) throws IOException, InterruptedException {
        if (!isLogin(request.authorization())) {
            return new ServerAnswer(401, Map.of("WWW-Authenticate", "Basic realm=\"" + NAME + "\""));
        }
        String target = request.target();
        return switch (request.method()) {
            case "GET" -> new ServerAnswer(target.equals("/v2/") ? 200 : 404);
            case "HEAD" -> head(target);
            case "POST" -> uploading(1);
            case "PATCH" -> uploading(blobs.take(request.body()));
            case "PUT" -> target.contains("/manifests/") ? manifest(request) : named(target);
            default -> new ServerAnswer(405);
        };
    }

    private ServerAnswer head(String target) {
        return digest(target.substring(target.lastIndexOf('/') + 1))
                .flatMap(blobs::size)
                .map(size -> new ServerAnswer(200, Map.of(), size, InputStream::nullInputStream))
                .orElseGet(() -> new ServerAnswer(404));
    }

    private static ServerAnswer uploading(long size) {
        return new ServerAnswer(
                202, Map.of("Location", UPLOAD, "Docker-Upload-UUID", "1", "Range", "0-" + Math.max(0, size - 1)));
    }

    private ServerAnswer named(String target) {
        boolean taken = digest(target.substring(target.lastIndexOf('=') + 1))
                .flatMap(blobs::size)
                .isPresent();
        return new ServerAnswer(taken ? 201 : 400);
    }

    private static Optional<Digest> digest(String encoded) {
        return Digest.parse(URLDecoder.decode(encoded, StandardCharsets.UTF_8));
    }

    /** Its content is not needed: the configuration names the layers. */
    private static ServerAnswer manifest(ServerRequest request) throws IOException {
        return new ServerAnswer(
                201,
                Map.of(
                        "Docker-Content-Digest",
                        Digest.of(request.body().readNBytes(Manifest.MAX_BYTES)).toString()));
    }

    @Override
    public void close() {
        server.close();
    }
}
