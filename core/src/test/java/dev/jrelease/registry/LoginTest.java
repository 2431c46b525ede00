package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Login;
import dev.jrelease.testkit.registry.Request;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginTest {
    private final SampleImage image = SampleImage.oci(1);
    private final Path home;

    LoginTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void showsUserAndPassword() throws IOException {
        try (FakeRegistry registry = start(Login.basic("anna", "secret"));
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "secret")) {
            image.push(bench.repository(registry.address() + "/acme/hello"));

            assertThat(registry.requests().stream().skip(1))
                    .allMatch(request -> request.user().equals("anna"));
        }
    }

    @Test
    void saysWhoWasRefused() {
        try (FakeRegistry registry = start(Login.basic("anna", "secret"));
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "guess")) {
            Repository repository = bench.repository(registry.address() + "/acme/hello");

            assertThatThrownBy(repository::checkPush)
                    .hasMessageEndingWith("HTTP 401: UNAUTHORIZED: authentication required")
                    .isInstanceOfSatisfying(
                            ReleaseException.class,
                            failure -> assertThat(failure.hint())
                                    .hasValue(
                                            "check that anna may do that in acme/hello, or log in again: docker login "
                                                    + registry.address()));
            assertThat(bench.pauses()).isEmpty();
        }
    }

    @Test
    void getsOneTokenForAllThatItIsGoodFor() throws IOException {
        try (FakeRegistry registry = start(Login.token("anna", "secret"));
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "secret")) {
            Repository repository = bench.repository(registry.address() + "/acme/hello");
            repository.checkPush();
            image.push(repository);
            repository.manifest(image.manifest().digest());

            assertThat(tokenRequests(registry))
                    .containsExactly("/token?service=testkit&scope=" + "repository%3Aacme%2Fhello%3Apull%2Cpush");
            assertThat(registry.requests())
                    .filteredOn(request -> request.status() == 401)
                    .hasSize(1);
        }
    }

    @Test
    void getsANewTokenWhenTheOldOneIsWorthNothing() throws IOException {
        try (FakeRegistry registry = start(Login.token("anna", "secret"));
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "secret")) {
            Repository repository = bench.repository(registry.address() + "/acme/hello");
            image.push(repository);
            registry.expireTokens();

            image.writeBlob(repository, SampleImage.oci(1).layer());
            repository.writeTag("1.0", image.manifest());
            assertThat(registry.tags("acme/hello")).containsExactly("1.0");
            assertThat(bench.pauses()).isEmpty();
        }
    }

    @Test
    void pullsWithoutALoginWhereThatIsAllowed() throws IOException {
        try (FakeRegistry registry = start(Login.token("anna", "secret").withAnonymousPull());
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "secret");
                Bench nobody = Bench.anonymous()) {
            image.push(bench.repository(registry.address() + "/acme/hello"));
            Repository repository = nobody.repository(registry.address() + "/acme/hello");

            assertThat(repository.manifest(image.manifest().digest())).isEqualTo(image.manifest());
            assertThatThrownBy(repository::checkPush)
                    .hasMessageContaining("HTTP 401")
                    .isInstanceOfSatisfying(
                            ReleaseException.class,
                            failure -> assertThat(failure.hint())
                                    .hasValue(
                                            "there is no login for this registry: docker login " + registry.address()));
        }
    }

    @Test
    void repeatsTheWordsOfTheTokenServer() {
        try (FakeRegistry registry = start(Login.token("anna", "secret"));
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "guess")) {
            Repository repository = bench.repository(registry.address() + "/acme/hello");

            assertThatThrownBy(() -> repository.resolve("1.0"))
                    .hasMessageEndingWith(
                            ":1.0: its token server: HTTP 401: UNAUTHORIZED: incorrect username or password");
        }
    }

    @Test
    void exchangesAnIdentityToken() throws IOException {
        try (FakeRegistry registry = start(Login.token("anna", "secret"));
                Bench bench = Bench.configured(home, """
                        {"auths": {"%s": {"auth": "MDAwMDo=", "identitytoken": "%s"}}}
                        """.formatted(registry.address(), registry.newRefreshToken()))) {
            image.push(bench.repository(registry.address() + "/acme/hello"));

            assertThat(registry.requests()).contains(new Request("POST", "/token", "anna", 200));
        }
    }

    @Test
    void asksForBothRepositoriesOfAMount() throws IOException {
        try (FakeRegistry registry = start(Login.token("anna", "secret"));
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "secret")) {
            image.push(bench.repository(registry.address() + "/acme/base"));
            Repository target = bench.repository(registry.address() + "/acme/hello");

            assertThat(target.mount(image.layer(), "acme/base")).isTrue();
            assertThat(tokenRequests(registry).getLast())
                    .endsWith("&scope=repository%3Aacme%2Fbase%3Apull&scope=repository%3Aacme%2Fhello%3Apull%2Cpush");
        }
    }

    private static FakeRegistry start(Login login) {
        return FakeRegistry.builder().login(login).start();
    }

    private static List<String> tokenRequests(FakeRegistry registry) {
        return registry.requests().stream()
                .map(Request::target)
                .filter(target -> target.startsWith("/token"))
                .toList();
    }
}
