package dev.jrelease.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.dockerjava.httpclient5.ApacheDockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import com.github.dockerjava.transport.SSLConfig;
import dev.jrelease.files.WholeFile;
import dev.jrelease.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The connection to one engine in one version of its API, by plain requests through docker-java's transport. */
final class EngineConnection implements AutoCloseable {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(20);

    private final EngineAddress address;
    private final @Nullable SSLConfig tls;
    private final DockerHttpClient transport;
    private final String apiVersion;
    private final String identity;

    private EngineConnection(
            EngineAddress address, @Nullable SSLConfig tls, DockerHttpClient transport, ApiNegotiation.Engine engine) {
        this.address = address;
        this.tls = tls;
        this.transport = transport;
        this.apiVersion = engine.apiVersion();
        this.identity = address + " " + engine.product() + " " + apiVersion;
    }

    /**
     * Connects and negotiates the API version.
     *
     * @throws dev.jrelease.failure.ReleaseException if there is no engine, or it is not supported
     */
    static EngineConnection open(EngineAddress address) {
        SSLConfig tls = address.certificates()
                .map(folder -> Certificates.read(address, folder))
                .orElse(null);
        DockerHttpClient transport = new ApacheDockerHttpClient.Builder()
                .dockerHost(address.uri())
                .sslConfig(address.isLocal() ? Certificates.none() : tls)
                .connectionTimeout(CONNECT_TIMEOUT)
                .build();
        try {
            ApiNegotiation.Engine engine = new ApiNegotiation(address, transport).engine();
            return new EngineConnection(address, tls, transport, engine);
        } catch (RuntimeException refused) {
            close(transport);
            throw refused;
        }
    }

    EngineAddress address() {
        return address;
    }

    @Nullable
    SSLConfig tls() {
        return tls;
    }

    String apiVersion() {
        return apiVersion;
    }

    /** Its address, and the product that it reports: {@code Docker/28.5.2 (linux)}. */
    String identity() {
        return identity;
    }

    /** A path with the API version: {@code /v1.51}. */
    String path(String of) {
        return "/v" + apiVersion + of;
    }

    /** Sends a request; the response may have any status. */
    Response send(Request request) throws IOException {
        return send(transport, request);
    }

    static Response send(DockerHttpClient transport, Request request) throws IOException {
        try {
            return transport.execute(request);
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        } catch (RuntimeException broken) {
            // docker-java's transport: `throw new RuntimeException(e)`
            if (broken.getCause() instanceof IOException cause) {
                throw cause;
            }
            throw broken;
        }
    }

    /**
     * The document of a response; an empty object if it has none.
     *
     * @throws IOException with the engine's message if it refuses
     */
    static JsonNode json(Response answer) throws IOException {
        if (answer.getStatusCode() >= 300) {
            throw new IOException(EngineErrors.of(answer));
        }
        byte[] body = WholeFile.bytes(answer.getBody(), WholeFile.LARGEST);
        return body.length == 0 ? Json.object() : Json.parse(body);
    }

    private static void close(DockerHttpClient transport) {
        try {
            transport.close();
        } catch (IOException gone) {
            // An error while closing has no consequence.
        }
    }

    @Override
    public void close() {
        close(transport);
    }
}
