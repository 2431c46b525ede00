package dev.jrelease.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopbackTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "a.localhost",
                "127.0.0.1",
                "127.8.9.10",
                "::1",
                "[::1]",
                "0:0:0:0:0:0:0:1"
            })
    void isThisMachine(String host) {
        assertThat(Loopback.is(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost.example",
                "mylocalhost",
                "127.0.0.1.example",
                "1127.0.0.1",
                "128.0.0.1",
                "::2",
                "[::11]",
                "fe80::1",
                "2001:db8::1",
                ""
            })
    void isNotThisMachine(String host) {
        assertThat(Loopback.is(host)).isFalse();
    }
}
