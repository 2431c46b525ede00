package dev.jrelease.registry;

import static dev.jrelease.registry.ScriptedTransport.answer;
import static dev.jrelease.registry.ScriptedTransport.answerWithBody;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.HttpRequest;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.Trust;
import dev.jrelease.image.Access;
import dev.jrelease.image.Descriptor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Credentials go to the registry and to the token server it names, and to nobody else. */
class CredentialSafetyTest {
    private static final String LOGIN = "Basic YW5uYTpzZWNyZXQ=";
    private static final String CONFIG = """
            {"auths": {
              "registry.example": {"auth": "YW5uYTpzZWNyZXQ="},
              "https://index.docker.io/v1/": {"auth": "YW5uYTpzZWNyZXQ="}}}
            """;

    private final Path home;

    CredentialSafetyTest(@TempDir Path home) {
        this.home = home;
    }

    @Test
    void stayBehindWhenABlobIsElsewhere() throws IOException {
        SampleImage image = SampleImage.oci(1);
        Descriptor config = image.manifest().config();
        ScriptedTransport transport = basic(request -> request.uri().getHost().equals("cdn.example")
                ? answerWithBody(200, new String(image.bytes(config), StandardCharsets.UTF_8))
                : answer(307, "Location", "https://cdn.example/blob?signature=x"));

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            assertThat(bench.repository("registry.example/acme/hello").bytes(config))
                    .isEqualTo(image.bytes(config));
        }
        assertThat(authorizations(transport, "registry.example")).containsOnly(LOGIN);
        assertThat(authorizations(transport, "cdn.example")).isEmpty();
        assertThat(to(transport, "cdn.example")).hasSize(1);
    }

    @Test
    void stayBehindWhenUploadsGoElsewhere() throws IOException {
        SampleImage image = SampleImage.oci(1);
        ScriptedTransport transport = basic(request -> switch (request.method()) {
            case "HEAD" -> answer(404);
            case "POST" -> answer(202, "Location", "https://storage.example/upload");
            default -> answer(201);
        });

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            image.writeBlob(bench.repository("registry.example/acme/hello"), image.layer());
        }
        assertThat(to(transport, "storage.example")).hasSize(1);
        assertThat(authorizations(transport, "storage.example")).isEmpty();
    }

    @Test
    void doNotFollowToPlainHttp() {
        ScriptedTransport transport = basic(_ -> answer(307, "Location", "http://cdn.example/blob"));

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            Repository repository = bench.repository("registry.example/acme/hello");
            assertThatThrownBy(() -> repository.manifest("1.0"))
                    .hasMessageEndingWith("it sends us to plain http: http://cdn.example");
        }
    }

    @Test
    void areNotShownToATokenServerWithoutTls() {
        ScriptedTransport transport = bearer("http://auth.example/token", _ -> answer(200));

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            Repository repository = bench.repository("registry.example/acme/hello");
            assertThatThrownBy(() -> repository.manifest("1.0"))
                    .hasMessageEndingWith("its token server http://auth.example/token is not https");
        }
        assertThat(to(transport, "auth.example")).isEmpty();
    }

    @Test
    void goToTheTokenServerAlone() {
        ScriptedTransport transport = tokens("https://auth.example/token");

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            assertThat(bench.repository("acme/hello").resolve("1.0")).isEmpty();
        }
        assertThat(authorizations(transport, "auth.example")).containsExactly(LOGIN);
        assertThat(authorizations(transport, "registry-1.docker.io")).containsOnly("Bearer t1");
    }

    @Test
    void areNotThoseOfAnotherRegistry() {
        ScriptedTransport transport = basic(_ -> answer(404));

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            assertThat(bench.repository("other.example/acme/hello").resolve("1.0"))
                    .isEmpty();
        }
        assertThat(authorizations(transport, "other.example")).isEmpty();
    }

    @Test
    void fallBackToAnOlderWayOfTradingIdentityTokens() {
        String config = "{\"auths\": {\"registry.example\": {\"identitytoken\": \"long\"}}}";
        ScriptedTransport transport = bearer("https://auth.example/token", request -> {
            if (!request.uri().getHost().equals("auth.example")) {
                return answer(404);
            }
            return request.method().equals("POST") ? answer(405) : answerWithBody(200, "{\"access_token\": \"t1\"}");
        });

        try (Bench bench = Bench.configured(home, config, transport)) {
            assertThat(bench.repository("registry.example/acme/hello").resolve("1.0"))
                    .isEmpty();
        }
        assertThat(to(transport, "auth.example"))
                .extracting(HttpRequest::method)
                .containsExactly("POST", "GET");
    }

    /** The registry itself is insecure; the token server that it names is another host. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://auth.example/token",
                "http://registry.example.evil/token",
                "http://127.0.0.1:5001/token",
                "http://auth_server.example/token",
                "http://registry.example:5001/token",
            })
    void areNotShownToATokenServerWithoutTlsWhereTheRegistryIsInsecure(String realm) {
        ScriptedTransport transport = bearer(realm, _ -> answer(200));

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            Repository repository = bench.repository("registry.example/acme/hello", Access.INSECURE);
            assertThatThrownBy(() -> repository.manifest("1.0"))
                    .hasMessageEndingWith("its token server " + realm + " is not https")
                    .isInstanceOfSatisfying(
                            ReleaseException.class,
                            failure -> assertThat(failure.hint().orElseThrow())
                                    .endsWith(
                                            "speak https with a trusted certificate; insecure covers registry.example alone"));
        }
        assertThat(transport.requests())
                .noneMatch(request -> request.uri().getPath().equals("/token"));
    }

    @Test
    void goToTheTokenServerOfAnInsecureRegistryWithATrustedCertificateOnly() {
        ScriptedTransport transport = tokens("https://auth.example/token");

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            Repository repository = bench.repository("registry.example/acme/hello", Access.INSECURE);
            assertThat(repository.resolve("1.0")).isEmpty();
        }
        assertThat(to(transport, "auth.example")).extracting(HttpRequest::trust).containsExactly(Trust.VERIFIED);
        assertThat(to(transport, "registry.example"))
                .extracting(HttpRequest::trust)
                .containsOnly(Trust.ANY);
    }

    @Test
    void goToATokenServerWithoutTlsThatIsNamedAsInsecureItself() {
        ScriptedTransport transport = tokens("http://auth.example/token");

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            assertThat(bench.repository("auth.example/other", Access.INSECURE)).isNotNull();
            Repository repository = bench.repository("registry.example/acme/hello", Access.INSECURE);
            assertThat(repository.resolve("1.0")).isEmpty();
        }
        assertThat(authorizations(transport, "auth.example")).containsExactly(LOGIN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://cdn.example/blob", "http://registry.example:8080/blob", "http://localhost/blob"})
    void doNotFollowToPlainHttpFromARegistryThatIsInsecure(String location) {
        ScriptedTransport transport = basic(_ -> answer(307, "Location", location));

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            Repository repository = bench.repository("registry.example/acme/hello", Access.INSECURE);
            assertThatThrownBy(() -> repository.manifest("1.0"))
                    .hasMessageContaining("it sends us to plain http: http://");
        }
        assertThat(transport.requests())
                .noneMatch(request -> request.uri().getPath().equals("/blob"));
    }

    @Test
    void areNotNeededToRefuseAnAddressThatIsNone() {
        ScriptedTransport transport = bearer("https://", _ -> answer(200));

        try (Bench bench = Bench.configured(home, CONFIG, transport)) {
            Repository repository = bench.repository("registry.example/acme/hello");
            assertThatThrownBy(() -> repository.manifest("1.0"))
                    .hasMessageEndingWith("the address of its token server is malformed: https://");
        }
    }

    private static ScriptedTransport tokens(String realm) {
        return bearer(
                realm,
                request -> request.uri().getHost().equals("auth.example")
                        ? answerWithBody(200, "{\"token\": \"t1\"}")
                        : answer(404));
    }

    /** Greets with a challenge, then answers as the test says. */
    private static ScriptedTransport basic(Function<HttpRequest, HttpResponse> then) {
        return challenging("Basic realm=\"x\"", then);
    }

    private static ScriptedTransport bearer(String realm, Function<HttpRequest, HttpResponse> then) {
        return challenging("Bearer realm=\"" + realm + "\",service=\"s\"", then);
    }

    private static ScriptedTransport challenging(String challenge, Function<HttpRequest, HttpResponse> then) {
        return new ScriptedTransport(request -> request.uri().getPath().equals("/v2/")
                ? answer(401, "WWW-Authenticate", challenge)
                : then.apply(request));
    }

    private static List<HttpRequest> to(ScriptedTransport transport, String host) {
        return transport.requests().stream()
                .filter(request -> request.uri().getHost().equals(host))
                .filter(request -> !request.uri().getPath().equals("/v2/"))
                .toList();
    }

    private static List<String> authorizations(ScriptedTransport transport, String host) {
        return to(transport, host).stream()
                .flatMap(request -> request.headers().all("Authorization").stream())
                .toList();
    }
}
