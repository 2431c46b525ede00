package dev.jrelease.credentials;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jrelease.credentials.Credential.IdentityToken;
import dev.jrelease.credentials.Credential.UserPassword;
import dev.jrelease.environment.Environment;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.Reason;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.files.WholeFile;
import dev.jrelease.json.Json;
import dev.jrelease.json.MalformedJsonException;
import dev.jrelease.secret.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The configuration file of Docker's command line: {@code auths}, {@code credHelpers}, {@code credsStore},
 * {@code currentContext}.
 *
 * @see <a href="https://docs.docker.com/reference/cli/docker/login/#credential-stores">docker login</a>
 */
public record DockerConfigFile(Path path, JsonNode content) {

    /** The folder of the Docker CLI's configuration. */
    public static Path folder(Environment environment) {
        return environment
                .variable("DOCKER_CONFIG")
                .map(environment::resolve)
                .orElse(environment.home().resolve(".docker"));
    }

    /** Reads the file; one that does not exist has no entries. */
    public static DockerConfigFile read(Environment environment) {
        return read(in(folder(environment)));
    }

    /** The file in a folder of this kind. */
    static Path in(Path folder) {
        return folder.resolve("config.json");
    }

    /** Reads a file of this form, which Podman's logins have, too. */
    static DockerConfigFile read(Path path) {
        try {
            byte[] bytes = WholeFile.bytes(path);
            boolean empty = new String(bytes, StandardCharsets.UTF_8).isBlank();
            return new DockerConfigFile(path, empty ? Json.object() : object(path, Json.parse(bytes)));
        } catch (NoSuchFileException nobodyLoggedIn) {
            return new DockerConfigFile(path, Json.object());
        } catch (MalformedJsonException malformed) {
            throw broken(path, Reason.of(malformed));
        } catch (IOException problem) {
            throw broken(path, "it cannot be read (" + problem.getMessage() + ")");
        }
    }

    private static JsonNode object(Path path, JsonNode content) {
        if (!content.isObject()) {
            throw broken(path, "it is not a JSON object");
        }
        return content;
    }

    /** The context that {@code docker context use} chose. */
    public Optional<String> currentContext() {
        return Optional.of(content.path("currentContext").asText("")).filter(name -> !name.isEmpty());
    }

    /** The sources of a login in this file: a credential helper has priority over the file's own entry. */
    Stream<LoginSource> sources(RegistryHost host) {
        Optional<LoginSource> helper = helper(host).map(name -> helper(host, name));
        Optional<LoginSource> own = credential(host).map(this::entry);
        return Stream.concat(helper.stream(), own.stream());
    }

    /** The same, but entries for a repository or a part of its path come before that of the host. */
    Stream<LoginSource> sources(RegistryHost host, String repository) {
        Stream<LoginSource> narrow = Stream.iterate(repository, path -> !path.isEmpty(), DockerConfigFile::parent)
                .flatMap(path -> narrow(host, path).stream());
        return Stream.concat(narrow, sources(host));
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    private Optional<LoginSource> narrow(RegistryHost host, String path) {
        JsonNode entry = content.path("auths").path(host.name() + "/" + path);
        return entry.isObject() ? credential(host, entry).map(this::entry) : Optional.empty();
    }

    private LoginSource helper(RegistryHost host, String name) {
        return new LoginSource.Helper(path, "docker-credential-" + name, host.name(), host.serverUrl());
    }

    private LoginSource entry(Credential credential) {
        return new LoginSource.Entry(path, credential);
    }

    /** The helper of this registry: the {@code X} of {@code docker-credential-X}. */
    Optional<String> helper(RegistryHost host) {
        return entry("credHelpers", host)
                .or(() -> Optional.of(content.path("credsStore")))
                .map(JsonNode::asText)
                .filter(name -> !name.isBlank());
    }

    /** The login that the file itself contains for this registry. */
    Optional<Credential> credential(RegistryHost host) {
        return entry("auths", host).flatMap(entry -> credential(host, entry));
    }

    /** A key that equals the host goes before one that only means it. */
    private Optional<JsonNode> entry(String section, RegistryHost host) {
        JsonNode exact = content.path(section).path(host.serverUrl());
        if (!exact.isMissingNode()) {
            return Optional.of(exact);
        }
        return content.path(section).properties().stream()
                .filter(each -> RegistryHost.ofKey(each.getKey()).equals(Optional.of(host)))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    private Optional<Credential> credential(RegistryHost host, JsonNode entry) {
        String identityToken = entry.path("identitytoken").asText("");
        if (!identityToken.isEmpty()) {
            return Optional.of(new IdentityToken(new Secret(identityToken)));
        }
        String auth = entry.path("auth").asText("");
        if (!auth.isEmpty()) {
            return Optional.of(decoded(host, auth));
        }
        String user = entry.path("username").asText("");
        return user.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new UserPassword(user, new Secret(entry.path("password").asText(""))));
    }

    private Credential decoded(RegistryHost host, String auth) {
        String text = base64(host, auth.strip());
        int colon = text.indexOf(':');
        if (colon <= 0) {
            throw broken(path, "'auth' of " + host.name() + " is not user:password in base64");
        }
        // Docker pads the value with zero bytes, and ignores them.
        int end = text.length();
        while (text.charAt(end - 1) == '\0') {
            end--;
        }
        return new UserPassword(text.substring(0, colon), new Secret(text.substring(colon + 1, end)));
    }

    private String base64(RegistryHost host, String auth) {
        try {
            return new String(Base64.getDecoder().decode(auth), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw broken(path, "'auth' of " + host.name() + " is not base64");
        }
    }

    private static ReleaseException broken(Path path, String why) {
        boolean isPodmans = path.endsWith("auth.json");
        return ReleaseException.couldNot(FailureKind.ENVIRONMENT, "read " + path)
                .because(why)
                .hint("repair the file, or move it away and log in again with " + (isPodmans ? "podman" : "docker")
                        + " login")
                .build();
    }
}
