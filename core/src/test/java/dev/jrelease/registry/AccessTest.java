package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.ReleaseException;
import dev.jrelease.http.NotTlsException;
import dev.jrelease.http.UnreachableException;
import dev.jrelease.image.Access;
import dev.jrelease.testkit.registry.FakeRegistry;
import dev.jrelease.testkit.registry.Login;
import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    private final SampleImage image = SampleImage.oci(1);

    @Test
    void doesNotTrustACertificateThatNobodyVouchesFor() {
        try (FakeRegistry registry = FakeRegistry.builder().selfSigned().start();
                Bench bench = Bench.anonymous()) {
            Repository repository = bench.repository(registry.address() + "/acme/hello");

            assertThatThrownBy(() -> repository.resolve("1.0"))
                    .hasMessage("could not look up manifest " + repository.name() + ":1.0: " + registry.address()
                            + ": its certificate is not trusted"
                            + " (unable to find valid certification path to requested target)")
                    .isInstanceOfSatisfying(
                            ReleaseException.class,
                            failure -> assertThat(failure.hint().orElseThrow()).contains("insecure: true"));
            assertThat(bench.pauses()).isEmpty();
            assertThat(registry.requests()).isEmpty();
        }
    }

    @Test
    void trustsAnyCertificateWhenTold(@TempDir Path home) throws IOException {
        try (FakeRegistry registry = FakeRegistry.builder()
                        .selfSigned()
                        .login(Login.token("anna", "secret"))
                        .start();
                Bench bench = Bench.loggedIn(home, registry.address(), "anna", "secret")) {
            Repository repository = bench.repository(registry.address() + "/acme/hello", Access.INSECURE);
            image.push(repository);

            assertThat(repository.bytes(image.layer())).isEqualTo(image.bytes(image.layer()));
        }
    }

    @Test
    void doesNotCareForTheNameInACertificateWhenTold() {
        try (FakeRegistry registry = FakeRegistry.builder().selfSigned().start();
                Bench bench = Bench.anonymous()) {
            String address = "[::ffff:7f00:1]:" + registry.port();
            Repository repository = bench.repository(address + "/acme/hello", Access.INSECURE);

            assertThat(repository.resolve("1.0")).isEmpty();
        }
    }

    @Test
    void keepsTheTwoKindsOfAccessApart() {
        try (FakeRegistry registry = FakeRegistry.builder().selfSigned().start();
                Bench bench = Bench.anonymous()) {
            String reference = registry.address() + "/acme/hello";
            assertThat(bench.repository(reference, Access.INSECURE).resolve("1.0"))
                    .isEmpty();

            assertThatThrownBy(() -> bench.repository(reference, Access.STRICT).resolve("1.0"))
                    .hasMessageContaining("its certificate is not trusted");
        }
    }

    @Test
    void mayUsePlainHttpOnLoopback() {
        assertThat(schemesTried("localhost:5000", Access.STRICT)).containsExactly("https", "http");
        assertThat(schemesTried("127.0.0.2:5000", Access.STRICT)).containsExactly("https", "http");
    }

    @Test
    void neverUsesPlainHttpElsewhereUnlessTold() {
        assertThat(schemesTried("registry.example:5000", Access.STRICT)).containsExactly("https");
        assertThat(schemesTried("registry.example:5000", Access.INSECURE)).containsExactly("https", "http");
    }

    @Test
    void saysWhatToDoAboutPlainHttp() {
        ScriptedTransport transport = new ScriptedTransport(_ -> {
            throw new NotTlsException(new EOFException());
        });
        Repository repository = Bench.anonymous(transport).repository("registry.example/acme/hello");

        assertThatThrownBy(() -> repository.resolve("1.0"))
                .hasMessageEndingWith("registry.example: it does not speak TLS")
                .isInstanceOfSatisfying(
                        ReleaseException.class,
                        failure -> assertThat(failure.hint().orElseThrow()).contains("insecure: true"));
    }

    @Test
    void looksBehindBothDoorsOfAHostWithoutPort() {
        ScriptedTransport transport = new ScriptedTransport(request -> {
            if (request.uri().getScheme().equals("https")) {
                throw new UnreachableException("connection refused", new ConnectException());
            }
            return ScriptedTransport.answer(404);
        });
        Repository repository = Bench.anonymous(transport).repository("localhost/acme/hello");

        assertThat(repository.resolve("1.0")).isEmpty();
    }

    private static List<String> schemesTried(String host, Access access) {
        ScriptedTransport transport = new ScriptedTransport(_ -> {
            throw new NotTlsException(new EOFException());
        });
        Repository repository = Bench.anonymous(transport).repository(host + "/acme/hello", access);
        assertThatThrownBy(() -> repository.resolve("1.0")).isInstanceOf(ReleaseException.class);
        return transport.requests().stream()
                .map(request -> request.uri().getScheme())
                .toList();
    }
}
