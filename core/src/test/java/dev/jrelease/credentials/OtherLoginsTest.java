package dev.jrelease.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.environment.Environment;
import dev.jrelease.secret.Redactor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins that other programs than {@code docker login} left. */
class OtherLoginsTest {
    private static final Set<String> PULL = Set.of("pull");
    private static final Set<String> PUSH = Set.of("pull", "push");

    private final Path home;
    private final Map<String, String> variables = new HashMap<>();

    OtherLoginsTest(@TempDir Path home) {
        this.home = home;
        variables.put("XDG_RUNTIME_DIR", home.resolve("run").toString());
    }

    /** Leaves a login whose user has this name. */
    private void login(String file, String key, String user) throws IOException {
        Path path = home.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        String auth = Base64.getEncoder().encodeToString((user + ":secret").getBytes(StandardCharsets.UTF_8));
        Files.writeString(path, "{\"auths\": {\"" + key + "\": {\"auth\": \"" + auth + "\"}}}");
    }

    private String user(String host, String repository, Set<String> actions) throws InterruptedException {
        Environment environment = new Environment(variables, home, home);
        Credentials credentials = Credentials.of(environment, new Redactor()).withRuntimeFolders(home.resolve("users"));
        Optional<Credential> found = credentials.first(credentials.sources(host, repository, actions));
        return found.map(Credential::userName).orElse("none");
    }

    private String user() throws InterruptedException {
        return user("ghcr.io", "acme/hello", PUSH);
    }

    @Test
    void areLookedForOnePlaceAfterTheOther() throws Exception {
        assertThat(user()).isEqualTo("none");
        login(".config/containers/auth.json", "ghcr.io", "configured");
        assertThat(user()).isEqualTo("configured");
        login("run/containers/auth.json", "ghcr.io", "podman");
        assertThat(user()).isEqualTo("podman");
        login(".docker/config.json", "ghcr.io", "docker");
        assertThat(user()).isEqualTo("docker");
        login("mine.json", "ghcr.io", "named");
        variables.put("REGISTRY_AUTH_FILE", "mine.json");
        assertThat(user()).isEqualTo("named");
        login(".docker/buildx/config/ghcr.io/acme/hello/config.json", "ghcr.io", "scoped");
        assertThat(user()).isEqualTo("scoped");
    }

    /** GitLab and others set this variable for the images of jobs; what pushes is a login in a file. */
    @Test
    void areNotTakenFromAVariable() throws Exception {
        login("mine.json", "ghcr.io", "job");
        variables.put("DOCKER_AUTH_CONFIG", Files.readString(home.resolve("mine.json")));

        assertThat(user()).isEqualTo("none");
    }

    @Test
    void areInAFolderOfTheUserWhereThereIsNoRuntimeFolder() throws Exception {
        variables.remove("XDG_RUNTIME_DIR");
        login("users/" + Files.getAttribute(home, "unix:uid") + "/auth.json", "ghcr.io", "root");

        assertThat(user()).isEqualTo("root");
        variables.put("XDG_CONFIG_HOME", "configuration");
        login("configuration/containers/auth.json", "quay.io", "configured");
        assertThat(user("quay.io", "acme/hello", PULL)).isEqualTo("configured");
    }

    @Test
    void mayBeForOneRepositoryOrAPartOfItsPath() throws Exception {
        Files.createDirectories(home.resolve("run/containers"));
        Files.writeString(home.resolve("run/containers/auth.json"), """
                {"auths": {
                  "quay.io": {"username": "host", "password": "x"},
                  "quay.io/acme": {"username": "namespace", "password": "x"},
                  "quay.io/acme/hello": {"username": "repository", "password": "x"}}}
                """);

        assertThat(user("quay.io", "acme/hello", PULL)).isEqualTo("repository");
        assertThat(user("quay.io", "acme/other", PULL)).isEqualTo("namespace");
        assertThat(user("quay.io", "acmes/hello", PULL)).isEqualTo("host");
        assertThat(user("quay.io", "", Set.of())).isEqualTo("host");
    }

    @Test
    void sayHowToLogInAgainWhereTheirFileIsBroken() throws Exception {
        login("run/containers/auth.json", "ghcr.io", "podman");
        Files.writeString(home.resolve("run/containers/auth.json"), "{");

        assertThatThrownBy(this::user)
                .hasMessageContaining("auth.json")
                .extracting("hint")
                .asString()
                .contains("podman login");
    }

    @ParameterizedTest
    @CsvSource({
        "docker.io, acme/hello, push, hub for pushing hello",
        "docker.io, acme/hello, pull, hub",
        "docker.io, acme/other, push, hub",
        "ghcr.io, acme/hello, push, ghcr for pushing",
        "ghcr.io, acme/hello, pull, ghcr",
        "localhost:5000, acme/hello, pull, local",
        "localhost:5001, acme/hello, pull, none"
    })
    void areForTheScopeThatTheActionNames(String host, String repository, String action, String expected)
            throws Exception {
        login(".docker/config.json", "https://index.docker.io/v1/", "hub");
        String hub = ".docker/buildx/config/registry-1.docker.io/";
        login(hub + "acme/hello@push/config.json", "https://index.docker.io/v1/", "hub for pushing hello");
        login(".docker/buildx/config/ghcr.io/config.json", "ghcr.io", "ghcr");
        login(".docker/buildx/config/ghcr.io@push/config.json", "ghcr.io", "ghcr for pushing");
        login(".docker/buildx/config/localhost:5000@pull,push/config.json", "localhost:5000", "both");
        login(".docker/buildx/config/localhost:5000@pull/config.json", "localhost:5000", "local");

        assertThat(user(host, repository, action.equals("push") ? PUSH : PULL)).isEqualTo(expected);
    }

    @Test
    void areInTheFolderThatBuildxIsGiven() throws Exception {
        variables.put("BUILDX_CONFIG", "builders");
        login("builders/config/ghcr.io@push/config.json", "ghcr.io", "scoped");

        assertThat(user()).isEqualTo("scoped");
        assertThat(user("ghcr.io", "acme/hello", Set.of("delete"))).isEqualTo("scoped");
        assertThat(user("docker.io", "acme/hello", PUSH)).isEqualTo("none");
    }

    /** A push looks things up, and reads them back. */
    @ParameterizedTest
    @ValueSource(strings = {"ghcr.io@push", "ghcr.io/acme/hello@push", "ghcr.io/acme/hello@pull,push"})
    void forPushingMayReadWhereNoOtherLoginDoes(String scope) throws Exception {
        login(".docker/buildx/config/" + scope + "/config.json", "ghcr.io", "scoped");

        assertThat(user("ghcr.io", "acme/hello", PULL)).isEqualTo("scoped");
        login(".docker/config.json", "ghcr.io", "docker");
        assertThat(user("ghcr.io", "acme/hello", PULL)).isEqualTo("docker");
        assertThat(user("ghcr.io", "", Set.of())).isEqualTo("docker");
    }
}
