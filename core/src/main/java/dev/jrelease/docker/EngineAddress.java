package dev.jrelease.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.credentials.DockerConfigFile;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.WholeFile;
import dev.jrelease.image.Digest;
import dev.jrelease.json.Json;
import dev.jrelease.text.LinearPattern;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;

/**
 * The address of the engine: {@code DOCKER_HOST}, else the context of {@code DOCKER_CONTEXT} or {@code docker context
 * use}, else the socket in {@code /var/run}.
 *
 * @param certificates the folder with {@code ca.pem}, {@code cert.pem} and {@code key.pem}, for TLS
 * @see <a href="https://docs.docker.com/reference/cli/docker/#environment-variables">Docker's environment</a>
 */
record EngineAddress(URI uri, Optional<Path> certificates) {
    private static final URI STANDARD = URI.create("unix:///var/run/docker.sock");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String FORMS = "use unix:///PATH or tcp://HOST:PORT";
    private static final LinearPattern PORT_ALONE = LinearPattern.of(":([0-9]{1,5})");
    private static final int PLAIN_PORT = 2375;
    private static final int TLS_PORT = 2376;

    static EngineAddress of(Environment environment) {
        Path folder = DockerConfigFile.folder(environment);
        Optional<String> host = environment.variable("DOCKER_HOST");
        if (host.isPresent()) {
            return parse(host.get(), certificates(environment, folder), "DOCKER_HOST");
        }
        return environment
                .variable("DOCKER_CONTEXT")
                .or(() -> DockerConfigFile.read(environment).currentContext())
                .filter(name -> !name.equals("default"))
                .map(name -> context(folder, name))
                .orElse(new EngineAddress(STANDARD, Optional.empty()));
    }

    private static Optional<Path> certificates(Environment environment, Path folder) {
        return environment
                .variable("DOCKER_TLS_VERIFY")
                .map(on -> environment
                        .variable("DOCKER_CERT_PATH")
                        .map(environment::resolve)
                        .orElse(folder));
    }

    private static EngineAddress context(Path folder, String name) {
        String id = Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex();
        Path meta = folder.resolve("contexts/meta").resolve(id).resolve("meta.json");
        if (!Files.isRegularFile(meta)) {
            throw unusable(
                    "context '" + name + "'", "there is no such context", "docker context ls lists the contexts");
        }
        JsonNode endpoint = read(meta).path("Endpoints").path("docker");
        if (endpoint.path("SkipTLSVerify").asBoolean()) {
            throw unusable(
                    "context '" + name + "'",
                    "it skips the verification of TLS",
                    "add the engine's ca.pem to the context");
        }
        Path tls = folder.resolve("contexts/tls").resolve(id).resolve("docker");
        Optional<Path> certificates = Optional.of(tls).filter(Files::isDirectory);
        return parse(endpoint.path("Host").asText(), certificates, "context '" + name + "'");
    }

    private static JsonNode read(Path file) {
        try {
            return Json.parse(WholeFile.bytes(file));
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read " + file)
                    .because(problem)
                    .build();
        }
    }

    private static EngineAddress parse(String written, Optional<Path> certificates, String origin) {
        String text = written.contains("://") ? written : "tcp://" + written;
        URI uri;
        try {
            uri = URI.create(text);
        } catch (IllegalArgumentException malformed) {
            throw unusable(origin, "'" + written + "' is not an address", FORMS);
        }
        return switch (String.valueOf(uri.getScheme())) {
            case "unix", "npipe" -> new EngineAddress(uri, Optional.empty());
            case "tcp" ->
                new EngineAddress(
                        withPort(uri, certificates.isPresent())
                                .orElseThrow(() -> unusable(origin, "'" + written + "' is not an address", FORMS)),
                        certificates);
            case "ssh" ->
                throw unusable(
                        origin,
                        "engines over ssh are not supported",
                        "forward its socket with ssh -L and set DOCKER_HOST to the local end");
            default -> throw unusable(origin, "'" + written + "' is not an address", FORMS);
        };
    }

    /** Whether it is a socket or a pipe of this machine, where TLS is not spoken. */
    boolean isLocal() {
        return !uri.getScheme().equals("tcp");
    }

    /** Whether what listens on loopback here may be what the engine finds on its own loopback. */
    boolean mayShareLoopback() {
        return isLocal() || LOOPBACK.contains(String.valueOf(uri.getHost()));
    }

    /** Without a host it is this one; empty if there is a host that is not one. */
    private static Optional<URI> withPort(URI uri, boolean tls) {
        Optional<MatchResult> alone = PORT_ALONE.match(String.valueOf(uri.getAuthority()));
        if (uri.getHost() == null && alone.isEmpty()) {
            return Optional.empty();
        }
        String host = uri.getHost() == null ? "127.0.0.1" : uri.getHost();
        int port = alone.map(written -> Integer.parseInt(written.group(1))).orElse(uri.getPort());
        int used = port >= 0 ? port : tls ? TLS_PORT : PLAIN_PORT;
        return Optional.of(URI.create("tcp://" + host + ":" + used + uri.getPath()));
    }

    private static ReleaseException unusable(String origin, String why, String hint) {
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "use the Docker engine of " + origin)
                .because(why)
                .hint(hint)
                .build();
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
