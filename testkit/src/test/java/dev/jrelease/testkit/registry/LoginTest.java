package dev.jrelease.testkit.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final String BASIC = "Basic " + Base64.getEncoder().encodeToString("anna:secret".getBytes(UTF_8));
    private static final String SCOPED = "/token?service=testkit&scope=repository:acme/hello:";

    @Test
    void asksForAPassword() throws Exception {
        try (FakeRegistry registry = FakeRegistry.builder()
                        .login(Login.basic("anna", "secret"))
                        .start();
                Client client = new Client(registry)) {
            HttpResponse<String> refused = client.get("/v2/");
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate")).hasValue("Basic realm=\"testkit\"");

            assertThat(client.get("/v2/", "Authorization", BASIC).statusCode()).isEqualTo(200);
            assertThat(registry.requests())
                    .containsExactly(new Request("GET", "/v2/", "", 401), new Request("GET", "/v2/", "anna", 200));
        }
    }

    @Test
    void asksForATokenWithTheScopeThatIsNeeded() throws Exception {
        try (FakeRegistry registry = withTokens();
                Client client = new Client(registry)) {
            HttpResponse<String> refused =
                    client.send("POST", "/v2/acme/hello/blobs/uploads/?mount=x&from=acme/base", "");
            assertThat(refused.headers().firstValue("WWW-Authenticate"))
                    .hasValue("Bearer realm=\"%s/token\",service=\"testkit\",scope=\"%s\""
                            .formatted(registry.uri(), "repository:acme/hello:pull,push repository:acme/base:pull"));
        }
    }

    @Test
    void takesATokenForItsScopeAlone() throws Exception {
        try (FakeRegistry registry = withTokens();
                Client client = new Client(registry)) {
            String token = token(client.get(SCOPED + "pull", "Authorization", BASIC));

            assertThat(client.get("/v2/acme/hello/tags/list", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(404);
            HttpResponse<String> refused =
                    client.send("POST", "/v2/acme/hello/blobs/uploads/", "", "Authorization", "Bearer " + token);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElseThrow())
                    .contains("insufficient_scope");

            registry.expireTokens();
            assertThat(client.get("/v2/acme/hello/tags/list", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void givesNoTokenForAWrongPassword() throws Exception {
        try (FakeRegistry registry = withTokens();
                Client client = new Client(registry)) {
            String wrong = "Basic " + Base64.getEncoder().encodeToString("anna:guess".getBytes(UTF_8));
            assertThat(client.get(SCOPED + "pull", "Authorization", wrong).statusCode())
                    .isEqualTo(401);
            assertThat(client.get(SCOPED + "pull").statusCode()).isEqualTo(401);
        }
    }

    @Test
    void givesATokenForARefreshToken() throws Exception {
        try (FakeRegistry registry = withTokens();
                Client client = new Client(registry)) {
            String form =
                    "grant_type=refresh_token&service=testkit&scope=repository:acme/hello:pull,push&refresh_token=";
            String token = token(client.send("POST", "/token", form + registry.newRefreshToken()));

            assertThat(client.send("POST", "/v2/acme/hello/blobs/uploads/", "", "Authorization", "Bearer " + token)
                            .statusCode())
                    .isEqualTo(202);
            assertThat(client.send("POST", "/token", form + "unknown").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void letsEverybodyPullWhereItSaysSo() throws Exception {
        try (FakeRegistry registry = FakeRegistry.builder()
                        .login(Login.token("anna", "secret").withAnonymousPull())
                        .start();
                Client client = new Client(registry)) {
            String bearer = "Bearer " + token(client.get(SCOPED + "pull,push"));

            assertThat(client.get("/v2/acme/hello/tags/list", "Authorization", bearer)
                            .statusCode())
                    .isEqualTo(404);
            assertThat(client.send("POST", "/v2/acme/hello/blobs/uploads/", "", "Authorization", bearer)
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void showsACertificateThatHasToBeTrustedFirst() throws Exception {
        try (FakeRegistry registry = FakeRegistry.builder().selfSigned().start();
                Client stranger = new Client(registry);
                Client friend = new Client(
                        registry, HttpClient.newBuilder().sslContext(trusting()).build())) {
            assertThatThrownBy(() -> stranger.get("/v2/")).isInstanceOf(SSLHandshakeException.class);
            assertThat(friend.get("/v2/").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void tellsWhoeverSpeaksTheOtherProtocol() throws Exception {
        try (FakeRegistry secure = FakeRegistry.builder().selfSigned().start();
                FakeRegistry plain = FakeRegistry.start();
                HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> refused =
                    http.send(get("http://" + secure.address() + "/v2/"), BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).isEqualTo("Client sent an HTTP request to an HTTPS server.\n");

            assertThatThrownBy(() -> http.send(get("https://" + plain.address() + "/v2/"), BodyHandlers.ofString()))
                    .isInstanceOf(SSLException.class);
        }
    }

    private static HttpRequest get(String address) {
        return HttpRequest.newBuilder(URI.create(address)).build();
    }

    private static FakeRegistry withTokens() {
        return FakeRegistry.builder().login(Login.token("anna", "secret")).start();
    }

    private static String token(HttpResponse<String> response) {
        Matcher matcher = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(response.body());
        assertThat(matcher.find()).as(response.body()).isTrue();
        return matcher.group(1);
    }

    private static SSLContext trusting() throws Exception {
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "testkit",
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(
                                FakeRegistry.certificate().getBytes(UTF_8))));
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers.getTrustManagers(), null);
        return context;
    }
}
