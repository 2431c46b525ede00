package dev.jrelease.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyPairsTest {
    private static KeyPair generated(String algorithm) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) {
            // A longer key takes seconds to find.
            generator.initialize(1024);
        }
        return generator.generateKeyPair();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "EC", "Ed25519"})
    void matchIfTheyWereMadeTogether(String algorithm) throws Exception {
        KeyPair ours = generated(algorithm);
        KeyPair other = generated(algorithm);

        assertThat(KeyPairs.match(ours.getPublic(), ours.getPrivate())).isTrue();
        assertThat(KeyPairs.match(ours.getPublic(), other.getPrivate())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RSA", "Ed25519"})
    void doNotMatchIfTheyAreOfDifferentKinds(String algorithm) throws Exception {
        KeyPair ours = generated("EC");
        KeyPair other = generated(algorithm);

        assertThat(KeyPairs.match(ours.getPublic(), other.getPrivate())).isFalse();
        assertThat(KeyPairs.match(other.getPublic(), ours.getPrivate())).isFalse();
    }
}
