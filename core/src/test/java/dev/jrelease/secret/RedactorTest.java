package dev.jrelease.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedactorTest {
    private final Redactor redactor = new Redactor();

    @Test
    void secretsAreMaskedWhereverTheyStand() {
        redactor.learn(new Secret("hunter2"));
        redactor.learn(new Secret("hunter2-and-more"));

        assertThat(redactor.redact("login hunter2-and-more, then hunter2!")).isEqualTo("login ***, then ***!");
    }

    @Test
    void eachLineOfASecretIsMaskedByItself() {
        redactor.learn(new Secret("-----BEGIN KEY-----\n  MIIEvQIBADANBg\nab\n"));

        assertThat(redactor.redact("it says MIIEvQIBADANBg, ab")).isEqualTo("it says ***, ab");
    }

    @Test
    void ordinaryWordsStay() {
        redactor.learn(new Secret("yes"));
        redactor.learn(new Secret("true"));

        assertThat(redactor.redact("yes, that is true")).isEqualTo("yes, that is true");
    }

    @Test
    void aSecretDoesNotPrint() {
        assertThat(new Secret("hunter2")).hasToString("***");
    }
}
