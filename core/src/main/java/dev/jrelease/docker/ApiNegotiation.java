package dev.jrelease.docker;

import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.UnreachableException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** Determines which engine answers at an address, and the version of its API to use. */
record ApiNegotiation(EngineAddress address, DockerHttpClient transport) {
    /** The first version with BuildKit builds and their sessions. */
    private static final ApiVersion OLDEST = new ApiVersion(1, 39);

    /** The newest version that jrelease is tested with; newer engines are used in this version. */
    private static final ApiVersion NEWEST = new ApiVersion(1, 55);

    /**
     * What answers.
     *
     * @param product with its version, as it says
     */
    record Engine(String apiVersion, String product) {}

    Engine engine() {
        try (Response pong = get("/_ping")) {
            if (pong.getStatusCode() != 200) {
                throw unreachable(EngineErrors.of(pong));
            }
            return new Engine(apiVersion(pong), header(pong, "Server"));
        } catch (IOException problem) {
            boolean connected = UnreachableException.of(problem).isEmpty();
            throw address.certificates()
                    .filter(_ -> connected)
                    .map(folder -> refused(problem, folder))
                    .orElseGet(() -> unreachable(EngineErrors.of(problem)));
        }
    }

    private Response get(String path) throws IOException {
        return EngineConnection.send(
                transport, Request.builder().method(Method.GET).path(path).build());
    }

    private String apiVersion(Response pong) throws IOException {
        if (pong.getHeader("Libpod-Api-Version") != null
                || header(pong, "Server").startsWith("Libpod")) {
            throw unsuitable("it is Podman, which has no BuildKit");
        }
        ApiVersion engine = ApiVersion.parse(header(pong, "Api-Version"))
                .orElseThrow(() -> unreachable("the server there is not a Docker engine"));
        if (header(pong, "Ostype").toLowerCase(Locale.ROOT).equals("windows")) {
            throw unsuitable("it runs Windows containers, which BuildKit cannot build");
        }
        if (engine.compareTo(OLDEST) < 0) {
            throw unsuitable("its API " + engine + " is older than " + OLDEST + ", so it has no BuildKit");
        }
        return (engine.compareTo(NEWEST) <= 0 ? engine : newest()).toString();
    }

    private ApiVersion newest() throws IOException {
        try (Response version = get("/version")) {
            ApiVersion least = ApiVersion.parse(
                            EngineConnection.json(version).path("MinAPIVersion").asText())
                    .orElse(OLDEST);
            return least.compareTo(NEWEST) > 0 ? least : NEWEST;
        }
    }

    private static String header(Response response, String name) {
        return Optional.ofNullable(response.getHeader(name)).orElse("");
    }

    /** It answers, but nothing can be said to it. */
    private ReleaseException refused(IOException problem, Path folder) {
        return unreachable(
                EngineErrors.of(problem),
                "the certificates in " + folder
                        + " must fit this engine: ca.pem signs the engine's, and the engine trusts"
                        + " what signs cert.pem");
    }

    private ReleaseException unreachable(String why) {
        return unreachable(
                why,
                why.toLowerCase(Locale.ROOT).contains("permission denied")
                        ? "add your user to the group docker, or set DOCKER_HOST to another engine"
                        : "start Docker, or set DOCKER_HOST to the address of the engine");
    }

    private ReleaseException unreachable(String why, String hint) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "reach the Docker engine at " + address)
                .because(why)
                .hint(hint)
                .build();
    }

    private ReleaseException unsuitable(String why) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "use the engine at " + address)
                .because(why)
                .hint("set DOCKER_HOST to a Docker engine of 18.09 or newer")
                .build();
    }
}
