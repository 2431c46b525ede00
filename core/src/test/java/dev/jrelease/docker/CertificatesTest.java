package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.testkit.registry.FakeRegistry;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that an engine with TLS asks for. */
class CertificatesTest {
    private final EngineAddress address = new EngineAddress(URI.create("tcp://a:2376"), Optional.empty());
    private final Path folder;

    CertificatesTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private void write(String names) throws Exception {
        for (String name : names.split(" ", -1)) {
            Files.writeString(folder.resolve(name), "nothing");
        }
    }

    private void write(String name, String content) throws Exception {
        Files.writeString(folder.resolve(name), content);
    }

    @ParameterizedTest
    @CsvSource({
        "ca.pem cert.pem, key.pem",
        "ca.pem key.pem, cert.pem",
        "key.pem, 'ca.pem, cert.pem'",
    })
    void areNamedIfTheyAreMissing(String there, String missing) throws Exception {
        write(there);

        assertThatThrownBy(() -> Certificates.read(address, folder))
                .hasMessage("could not reach the Docker engine at tcp://a:2376: " + folder + " lacks " + missing);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void areNamedIfTheKeyIsOfAnotherCertificate(String algorithm) throws Exception {
        write("ca.pem", FakeRegistry.certificate());
        write("cert.pem", FakeRegistry.certificate());
        byte[] key = KeyPairGenerator.getInstance(algorithm)
                .generateKeyPair()
                .getPrivate()
                .getEncoded();
        write(
                "key.pem",
                "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
                        + "\n-----END PRIVATE KEY-----\n");

        assertThatThrownBy(() -> Certificates.read(address, folder))
                .hasMessage("could not use the key of " + folder.resolve("key.pem")
                        + ": it is not that of the certificate in " + folder.resolve("cert.pem"));
    }

    @Test
    void areNamedIfTheyHoldSomethingElse() throws Exception {
        write("ca.pem cert.pem key.pem");

        assertThatThrownBy(() -> Certificates.read(address, folder))
                .hasMessage("could not read the certificates of " + folder.resolve("cert.pem")
                        + ": it holds something else");
    }
}
