package dev.jrelease.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import com.github.dockerjava.transport.DockerHttpClient.Response;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Finds out what answers at an engine's address, and which version of its API to speak. */
record ApiNegotiation(EngineAddress address, DockerHttpClient transport, DockerClient client) {
    /** Builds through BuildKit and its session are there from this version on. */
    private static final ApiVersion OLDEST = new ApiVersion(1, 39);

    /** The newest version that was tried; a newer engine is spoken to in this one. */
    private static final ApiVersion NEWEST = new ApiVersion(1, 55);

    String apiVersion() {
        try (Response pong = EngineConnection.send(
                transport, Request.builder().method(Method.GET).path("/_ping").build())) {
            if (pong.getStatusCode() != 200) {
                throw unreachable(EngineErrors.of(pong));
            }
            return apiVersion(pong);
        } catch (IOException problem) {
            throw unreachable(EngineErrors.of(problem));
        }
    }

    private String apiVersion(Response pong) {
        if (pong.getHeader("Libpod-Api-Version") != null
                || header(pong, "Server").startsWith("Libpod")) {
            throw unsuitable("it is Podman, which has no BuildKit");
        }
        ApiVersion engine = ApiVersion.parse(header(pong, "Api-Version"))
                .orElseThrow(() -> unreachable("what answers there is not a Docker engine"));
        if (header(pong, "Ostype").toLowerCase(Locale.ROOT).equals("windows")) {
            throw unsuitable("it runs Windows containers, which BuildKit cannot build");
        }
        if (engine.compareTo(OLDEST) < 0) {
            throw unsuitable("its API " + engine + " is older than " + OLDEST + ", so it has no BuildKit");
        }
        return (engine.compareTo(NEWEST) <= 0 ? engine : newest()).toString();
    }

    private ApiVersion newest() {
        ApiVersion least = Optional.ofNullable(client.versionCmd().exec().getMinAPIVersion())
                .flatMap(ApiVersion::parse)
                .orElse(OLDEST);
        return least.compareTo(NEWEST) > 0 ? least : NEWEST;
    }

    private static String header(Response response, String name) {
        return Optional.ofNullable(response.getHeader(name)).orElse("");
    }

    private ReleaseException unreachable(String why) {
        String hint = why.contains("Permission denied")
                ? "add yourself to the group docker, or set DOCKER_HOST to an engine that is yours"
                : "start Docker, or set DOCKER_HOST to where its engine listens";
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
