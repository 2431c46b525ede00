package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.image.Digest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EngineAddressTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path home;

    private EngineAddress address(Map<String, String> variables) {
        return EngineAddress.of(new Environment(variables, home, home));
    }

    @Test
    void isTheLocalSocketUnlessSomethingElseIsSaid() {
        assertThat(address(Map.of())).hasToString("unix:///var/run/docker.sock");
        assertThat(address(Map.of("DOCKER_HOST", ""))).hasToString("unix:///var/run/docker.sock");
        assertThat(address(Map.of("DOCKER_CONTEXT", "default"))).hasToString("unix:///var/run/docker.sock");
    }

    @ParameterizedTest
    @CsvSource({
        "unix:///run/user/1000/docker.sock, unix:///run/user/1000/docker.sock",
        "tcp://build.example.com:2375, tcp://build.example.com:2375",
        "tcp://build.example.com, tcp://build.example.com:2375",
        "127.0.0.1:4243, tcp://127.0.0.1:4243",
        "tcp://:4243, tcp://127.0.0.1:4243",
        "build, tcp://build:2375"
    })
    void isWhatDockerHostSays(String host, String address) {
        assertThat(address(Map.of("DOCKER_HOST", host, "DOCKER_CONTEXT", "ignored")))
                .isEqualTo(new EngineAddress(URI.create(address), Optional.empty()));
    }

    @Test
    void takesCertificatesWhereTlsIsWanted() {
        assertThat(address(Map.of("DOCKER_HOST", "tcp://a", "DOCKER_TLS_VERIFY", "1")))
                .hasToString("tcp://a:2376")
                .satisfies(address -> assertThat(address.certificates()).contains(home.resolve(".docker")));
        assertThat(address(Map.of(
                                "DOCKER_HOST", "tcp://a", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "certificates"))
                        .certificates())
                .contains(home.resolve("certificates"));
    }

    @Test
    void isTheCurrentContextOfDocker() throws IOException {
        context("remote", "{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://remote:2376\"}}}");
        Files.createDirectories(home.resolve(".docker/contexts/tls/" + id("remote") + "/docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{\"currentContext\":\"remote\"}");

        assertThat(address(Map.of()))
                .hasToString("tcp://remote:2376")
                .satisfies(address -> assertThat(address.certificates())
                        .contains(home.resolve(".docker/contexts/tls/" + id("remote") + "/docker")));
        assertThat(address(Map.of("DOCKER_CONTEXT", "default"))).hasToString("unix:///var/run/docker.sock");
    }

    @Test
    void isTheContextThatDockerContextNames() throws IOException {
        context("other", "{\"Endpoints\":{\"docker\":{\"Host\":\"unix:///other.sock\"}}}");

        assertThat(address(Map.of("DOCKER_CONTEXT", "other"))).hasToString("unix:///other.sock");
    }

    private void context(String name, String meta) throws IOException {
        Path folder = Files.createDirectories(home.resolve(".docker/contexts/meta/" + id(name)));
        Files.writeString(folder.resolve("meta.json"), meta);
    }

    private static String id(String name) {
        return Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex();
    }

    @Test
    void saysThatAContextIsMissing() {
        assertThatThrownBy(() -> address(Map.of("DOCKER_CONTEXT", "nowhere")))
                .isInstanceOf(ReleaseException.class)
                .hasMessage("could not use the Docker engine of context 'nowhere': there is no such context");
    }

    @Test
    void saysThatDockersConfigurationIsMalformed() throws IOException {
        Files.createDirectories(home.resolve(".docker"));
        Files.writeString(home.resolve(".docker/config.json"), "{");

        assertThatThrownBy(() -> address(Map.of()))
                .isInstanceOf(ReleaseException.class)
                .hasMessageStartingWith("could not read " + home.resolve(".docker/config.json"));
    }

    @Test
    void refusesToSkipTheVerificationOfTls() throws IOException {
        context("lax", "{\"Endpoints\":{\"docker\":{\"Host\":\"tcp://lax:2376\",\"SkipTLSVerify\":true}}}");

        assertThatThrownBy(() -> address(Map.of("DOCKER_CONTEXT", "lax")))
                .hasMessageContaining("skips the verification");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ssh://me@host", "gopher://host", "tcp://a b", "tcp://", "tcp://a_b:2375", "tcp://localhost:abc"
            })
    void saysWhatItCannotUse(String host) {
        assertThatThrownBy(() -> address(Map.of("DOCKER_HOST", host)))
                .isInstanceOf(ReleaseException.class)
                .hasMessageStartingWith("could not use the Docker engine of DOCKER_HOST: ");
    }
}
