package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginTest {

    @Test
    void isTheSameWithAndWithoutTheUsualPort() {
        assertThat(origin("https://Registry.example")).isEqualTo(origin("https://registry.example:443/v2/"));
        assertThat(origin("http://registry.example")).isNotEqualTo(origin("https://registry.example"));
        assertThat(origin("https://[::1]:5000/x")).hasToString("https://[::1]:5000");
    }

    @ParameterizedTest
    @CsvSource({
        "https://r.example/v2/a,      /v2/b?x=1,                     https://r.example/v2/b?x=1",
        "https://r.example/v2/a,      https://cdn.example/b?sig=%2F, https://cdn.example/b?sig=%2F",
        "https://r.example/v2/a,      http://r.example/v2/b?_s=a%3D, https://r.example/v2/b?_s=a%3D",
        "https://r.example:5000/v2/a, http://r.example:5000/v2/b,    https://r.example:5000/v2/b",
        "https://r.example/v2/a,      http://r.example:8080/v2/b,    http://r.example:8080/v2/b",
        "http://localhost:5000/v2/a,  http://localhost:5000/v2/b,    http://localhost:5000/v2/b",
    })
    void followsWhatAServerMeans(String from, String location, String target) {
        assertThat(origin(from).follow(URI.create(from), location)).hasToString(target);
    }

    @Test
    void isPrivateOverTlsAndOnThisMachine() {
        assertThat(origin("https://r.example").isPrivate()).isTrue();
        assertThat(origin("http://127.0.0.1:5000").isPrivate()).isTrue();
        assertThat(origin("http://[::1]:5000").isPrivate()).isTrue();
        assertThat(origin("http://r.example").isPrivate()).isFalse();
        assertThat(origin("http://127.0.0.1.r.example").isPrivate()).isFalse();
    }

    private static Origin origin(String uri) {
        return Origin.of(URI.create(uri));
    }
}
