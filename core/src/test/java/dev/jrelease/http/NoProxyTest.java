package dev.jrelease.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoProxyTest {

    @ParameterizedTest
    @CsvSource({
        "example.com,      example.com,     true",
        "example.com,      r.example.com,   true",
        "example.com,      badexample.com,  false",
        ".example.com,     r.example.com,   true",
        ".example.com,     example.com,     false",
        "*.example.com,    r.example.com,   true",
        "EXAMPLE.com,      r.Example.COM,   true",
        "r.example:5000,   r.example,       true",
        "r.example:5001,   r.example,       false",
        "*,                anything,        true",
        "10.1.2.3,         10.1.2.3,        true",
        "10.0.0.0/8,       10.1.2.3,        true",
        "10.0.0.0/15,      10.1.2.3,        true",
        "10.0.0.0/16,      10.1.2.3,        false",
        "10.0.0.0/8,       r.example,       false",
        "fd00::/8,         [fd12::1],       true",
        "fd00::/8,         10.1.2.3,        false",
        "nonsense/x,       10.1.2.3,        false",
        "10.0.0.0/x,       10.1.2.3,        false",
    })
    void listsHosts(String list, String host, boolean covered) {
        assertThat(new NoProxy(list).covers(host, 5000)).isEqualTo(covered);
    }

    @Test
    void listsSeveralWithSpaces() {
        NoProxy several = new NoProxy(" a.example , b.example,,");

        assertThat(several.covers("b.example", 443)).isTrue();
        assertThat(several.covers("c.example", 443)).isFalse();
    }

    @Test
    void alwaysCoversThisMachine() {
        NoProxy none = new NoProxy("");

        assertThat(none.covers("localhost", 5000)).isTrue();
        assertThat(none.covers("127.0.0.1", 5000)).isTrue();
        assertThat(none.covers("[::1]", 5000)).isTrue();
    }
}
