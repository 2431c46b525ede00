package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.testkit.program.WrittenProgram;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Fault;
import dev.jrelease.testkit.registry.Login;
import dev.jrelease.testkit.registry.Request;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Logins that end while a release is under way. */
class ExpiredLoginTest {
    private final SampleImage image = SampleImage.oci(1);
    private final Path home;

    ExpiredLoginTest(@TempDir Path home) {
        this.home = home;
    }

    /** Someone whose helper hands out what a file holds at that time, and counts how often it was asked. */
    private Bench withHelper(FakeRegistry registry) throws IOException {
        Path bin = Files.createDirectories(home.resolve("bin"));
        WrittenProgram.script(
                bin.resolve("docker-credential-short"), """
                echo asked >> %s
                echo "{\\"Username\\": \\"anna\\", \\"Secret\\": \\"$(cat %s)\\"}"
                """.formatted(home.resolve("asked"), home.resolve("password")));
        String config = "{\"credHelpers\": {\"" + registry.address() + "\": \"short\"}}";
        return Bench.configured(home, config, Map.of("PATH", bin + ":/usr/bin:/bin"));
    }

    private void password(String now) throws IOException {
        Files.writeString(home.resolve("password"), now);
    }

    private long timesAsked() throws IOException {
        return Files.readAllLines(home.resolve("asked")).size();
    }

    private static FakeRegistry start(Login login) {
        return FakeRegistry.builder().login(login).start();
    }

    @ParameterizedTest
    @ValueSource(strings = {"basic", "token"})
    void asksAgainWhereWhatItHasIsRefused(String kind) throws IOException {
        Login first = kind.equals("basic") ? Login.basic("anna", "one") : Login.token("anna", "one");
        Login second = kind.equals("basic") ? Login.basic("anna", "two") : Login.token("anna", "two");
        try (FakeRegistry registry = start(first);
                Bench bench = withHelper(registry)) {
            Repository repository = bench.repository(registry.address() + "/acme/hello");
            password("one");
            repository.checkPush();
            assertThat(timesAsked()).isEqualTo(1);
            password("two");
            registry.change(second);

            image.push(repository);
            assertThat(timesAsked()).isEqualTo(2);

            password("wrong");
            registry.change(first);
            assertThatThrownBy(() -> repository.writeTag("1.0", image.manifest()))
                    .hasMessageContaining("HTTP 401");
        }
    }

    @Test
    void asksAgainWhereWhatItHasIsOld() throws IOException {
        try (FakeRegistry registry = start(Login.token("anna", "one"));
                Bench bench = withHelper(registry)) {
            Repository repository = bench.repository(registry.address() + "/acme/hello");
            password("one");
            repository.checkPush();
            registry.expireTokens();
            bench.pass(Duration.ofMinutes(3));
            image.push(repository);
            assertThat(timesAsked()).isEqualTo(1);

            bench.pass(Duration.ofMinutes(5));
            repository.writeTag("1.0", image.manifest());
            assertThat(timesAsked()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT"})
    void getsANewTokenInTheMiddleOfAnUpload(String method) throws IOException {
        try (FakeRegistry registry = start(Login.token("anna", "secret"));
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "secret")) {
            Repository repository = bench.repository(registry.address() + "/acme/hello");
            registry.failNext(method, "/blobs/uploads/", Fault.expireTokens(), 2);

            image.push(repository);

            assertThat(registry.blob("acme/hello", image.layer().digest().toString()))
                    .hasValue(image.bytes(image.layer()));
            assertThat(bench.pauses()).isEmpty();
            assertThat(registry.requests())
                    .filteredOn(request -> request.path().equals("/token"))
                    .hasSize(3);
        }
    }

    @Test
    void getsANewTokenBetweenTheChunksOfAnUpload() throws IOException {
        try (FakeRegistry registry = FakeRegistry.builder()
                        .largestUpload(250_000)
                        .login(Login.token("anna", "secret"))
                        .start();
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "secret")) {
            registry.failNext("PATCH", "/blobs/uploads/", Fault.expireTokens());

            image.push(bench.repository(registry.address() + "/acme/hello"));

            assertThat(registry.blob("acme/hello", image.layer().digest().toString()))
                    .hasValue(image.bytes(image.layer()));
            assertThat(registry.requests())
                    .filteredOn(request -> request.method().equals("PATCH"))
                    .extracting(Request::status)
                    .containsExactly(401, 202, 202);
        }
    }

    @Test
    void pushesWithALoginThatIsForPushingAlone() throws IOException {
        try (FakeRegistry registry = start(Login.token("anna", "secret").withAnonymousPull());
                Bench bench = Bench.configured(home, "{}")) {
            Path scoped = home.resolve(".docker/buildx/config/" + registry.address() + "/acme/hello@push");
            Files.createDirectories(scoped);
            String auth = "YW5uYTpzZWNyZXQ=";
            Files.writeString(
                    scoped.resolve("config.json"),
                    "{\"auths\": {\"" + registry.address() + "\": {\"auth\": \"" + auth + "\"}}}");
            Repository repository = bench.repository(registry.address() + "/acme/hello");

            assertThat(repository.resolve("1.0")).isEmpty();
            image.push(repository);

            Set<String> users = Set.copyOf(registry.requests().stream()
                    .filter(request -> request.path().equals("/token"))
                    .map(Request::user)
                    .toList());
            assertThat(users).containsExactly("anna");
            Repository other = bench.repository(registry.address() + "/acme/other");
            assertThatThrownBy(other::checkPush).hasMessageContaining("HTTP 401");
        }
    }
}
