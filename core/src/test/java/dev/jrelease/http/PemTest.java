package dev.jrelease.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.failure.ReleaseException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.ECPrivateKey;
import java.util.Base64;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Private keys in the forms that tools write. */
class PemTest {
    private Path file;

    @BeforeEach
    void place(@TempDir Path folder) {
        file = folder.resolve("key.pem");
    }

    private static PrivateKey generated(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) {
            // A longer key takes seconds to find.
            generator.initialize(1024);
        }
        return generator.generateKeyPair().getPrivate();
    }

    private static String pem(String name, byte[] content) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
        return "-----BEGIN " + name + "-----\n" + lines + "\n-----END " + name + "-----\n";
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void mayHaveAnyAlgorithm(String algorithm) throws Exception {
        PrivateKey key = generated(algorithm);
        Files.writeString(file, pem("PRIVATE KEY", key.getEncoded()));

        assertThat(Pem.key(file)).isEqualTo(key);
    }

    @Test
    void mayBeInTheFormOfTheirAlgorithm() throws Exception {
        PrivateKey key = generated("RSA");
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(key);
        }
        Files.writeString(file, text.toString());

        assertThat(file).content().startsWith("-----BEGIN RSA PRIVATE KEY-----");
        assertThat(Pem.key(file)).isEqualTo(key);
    }

    /** As {@code openssl ecparam -genkey} writes it. */
    @Test
    void mayFollowTheParametersOfACurve() throws Exception {
        Files.writeString(file, """
                -----BEGIN EC PARAMETERS-----
                BggqhkjOPQMBBw==
                -----END EC PARAMETERS-----
                -----BEGIN EC PRIVATE KEY-----
                MHcCAQEEIEzhWtletu6l9edvKYPH7IGhtpvgcMbS+qGndWbjjCTpoAoGCCqGSM49
                AwEHoUQDQgAEUQr8VD88kWJmro5pIc0NIwTbwuyKNROvB79eZ/hHb5rZUNgQV4yV
                AI9ZewZmkQzozVj1vJuL+cZF9eHKYIfIaw==
                -----END EC PRIVATE KEY-----
                """);

        assertThat(Pem.key(file)).isInstanceOf(ECPrivateKey.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nothing",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nÄÖÜ\n-----END PRIVATE KEY-----\n",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n",
                "-----BEGIN PRIVATE KEY-----\nAAAA"
            })
    void areKeysWithoutAPassphrase(String text) throws Exception {
        Files.writeString(file, text);

        assertThatThrownBy(() -> Pem.key(file))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("could not read the key of " + file)
                .hasMessageContaining("it is not a private key without a passphrase");
    }

    @Test
    void areMissed() {
        assertThatThrownBy(() -> Pem.key(file))
                .isInstanceOf(ReleaseException.class)
                .hasMessageContaining("could not read the key of " + file);
    }
}
