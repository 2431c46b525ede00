package dev.jrelease.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.environment.Environment;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.testkit.registry.FakeRegistry;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that Java does not trust, and that a file makes good. */
class HostCertificatesTest {
    private final FakeRegistry registry = FakeRegistry.builder().selfSigned().start();
    private final Map<String, String> variables = new HashMap<>();
    private final Path folder;
    private final Path roots;

    HostCertificatesTest(@TempDir Path folder) {
        this.folder = folder;
        this.roots = folder.resolve("certs.d");
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private PooledTransport transport() {
        return new PooledTransport(
                new Environment(variables, folder, folder),
                PooledTransport.Timeouts.STANDARD,
                new CertificateFolders(List.of(roots)));
    }

    private int status(PooledTransport transport, String host) throws IOException, InterruptedException {
        URI uri = URI.create("https://" + host + ":" + registry.port() + "/v2/");
        try (HttpResponse response = transport.send(HttpRequest.of("GET", uri))) {
            return response.status();
        }
    }

    private int status() throws IOException, InterruptedException {
        try (PooledTransport transport = transport()) {
            return status(transport, "localhost");
        }
    }

    private static Path write(Path file, String text) throws IOException {
        Files.createDirectories(file.resolveSibling(""));
        return Files.writeString(file, text);
    }

    @Test
    void areNotGoodByThemselves() {
        assertThatThrownBy(this::status).isInstanceOf(UntrustedCertificateException.class);
    }

    @Test
    void areGoodWhereDockersFolderForTheHostHasTheAuthority() throws Exception {
        write(roots.resolve(registry.address() + "/ca.crt"), FakeRegistry.certificate());

        assertThat(status()).isEqualTo(200);
    }

    @Test
    void areNotGoodForAnotherPort() throws Exception {
        write(roots.resolve("localhost:1/ca.crt"), FakeRegistry.certificate());
        write(roots.resolve("localhost/ca.crt"), FakeRegistry.certificate());

        assertThatThrownBy(this::status).isInstanceOf(UntrustedCertificateException.class);
    }

    @Test
    void areGoodWhereTheSystemTrustsTheAuthority() throws Exception {
        write(folder.resolve("system.pem"), "# all of them\n" + FakeRegistry.certificate());
        variables.put("SSL_CERT_FILE", "system.pem");

        assertThat(status()).isEqualTo(200);
    }

    @Test
    void areGoodWhereTheCallerNamesTheAuthority() throws Exception {
        Path authority = write(folder.resolve("ca.pem"), FakeRegistry.certificate());
        try (PooledTransport transport = transport()) {
            transport.trust(registry.address(), authority);

            assertThat(status(transport, "localhost")).isEqualTo(200);
            assertThatThrownBy(() -> status(transport, "127.0.0.1"))
                    .as("the same server by another name")
                    .isInstanceOf(UntrustedCertificateException.class);
        }
    }

    @Test
    void haveToBeCertificates() throws Exception {
        Path notOne = write(folder.resolve("ca.pem"), "nothing");
        try (PooledTransport transport = transport()) {
            assertThatThrownBy(() -> transport.trust("localhost", notOne))
                    .isInstanceOf(ReleaseException.class)
                    .hasMessageContaining("could not read the certificates of " + notOne);
        }
        write(roots.resolve(registry.address() + "/ca.crt"), "-----BEGIN CERTIFICATE-----\nxx");
        assertThatThrownBy(this::status).isInstanceOf(ReleaseException.class).hasMessageContaining("ca.crt");
    }

    @Test
    void ofClientsHaveTheirKeyBesideThem() throws Exception {
        write(roots.resolve(registry.address() + "/ca.crt"), FakeRegistry.certificate());
        Path client = write(roots.resolve(registry.address() + "/client.cert"), FakeRegistry.certificate());

        assertThatThrownBy(this::status)
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("could not read the key of " + client.resolveSibling("client.key"));

        write(client.resolveSibling("client.key"), "-----BEGIN RSA PRIVATE KEY-----\n");
        assertThatThrownBy(this::status)
                .hasMessageContaining("it is not a private key without a passphrase")
                .extracting("hint")
                .asString()
                .contains("openssl pkcs8 -topk8 -nocrypt -in client.key");
    }
}
