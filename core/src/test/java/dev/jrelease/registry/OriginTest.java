package dev.jrelease.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @CsvSource({
        "https://r.example/v2/a, http://r.example,                https://r.example/",
        "https://r.example/v2/a, http://r.example?x=1,            https://r.example/?x=1",
        "https://r.example/v2/a, https://cdn.example,             https://cdn.example",
        "https://r.example/v2/a, https://my_bucket.example:444/b, https://my_bucket.example:444/b",
    })
    void followsAddressesWithoutAPathAndHostsWithAnUnderscore(String from, String location, String target) {
        assertThat(origin(from).follow(URI.create(from), location)).hasToString(target);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "https:///x",
                "mailto:a@b",
                "ftp://r.example/",
                "https://r.example:70000/",
                "https://:80/"
            })
    void followsNoAddressThatIsNotOfAnHttpServer(String location) {
        URI from = URI.create("https://r.example/v2/a");

        assertThatThrownBy(() -> origin("https://r.example").follow(from, location))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsHostsWithAnUnderscore() {
        assertThat(origin("https://My_host.example:5000/x")).isEqualTo(new Origin("https", "my_host.example", 5000));
        assertThat(origin("http://a_b")).isEqualTo(new Origin("http", "a_b", 80));
    }

    private static Origin origin(String uri) {
        return Origin.of(URI.create(uri));
    }
}
