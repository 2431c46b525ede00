package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryPathTest {

    @ParameterizedTest
    @CsvSource({
        "ghcr.io, ghcr.io/acme/hello, true",
        "ghcr.io/acme, ghcr.io/acme/hello, true",
        "ghcr.io/acme/hello, ghcr.io/acme/hello, true",
        "ghcr.io/ac, ghcr.io/acme/hello, false",
        "localhost:5000, localhost:5000/hello, true",
        "localhost:5000, localhost:5001/hello, false",
        "docker.io/library, alpine, true",
        "index.docker.io, acme/hello, true",
        "[::1]:5000, [::1]:5000/hello, true",
        "10.0.0.1:5000, 10.0.0.1:5000/hello, true",
    })
    void containsTheNamesThatBeginLikeIt(String path, String image, boolean contains) {
        assertThat(RegistryPath.parse(path).map(of -> of.contains(ImageReference.parse(image))))
                .hasValue(contains);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://ghcr.io",
                "ghcr.io/",
                "ghcr.io/acme:1.0",
                "ghcr.io/Acme",
                "acme",
                "localhost:99999",
                "1.5",
                "10.0.0:5000",
                "registry.1"
            })
    void isWhatAnImageCanBeginWith(String text) {
        assertThat(RegistryPath.parse(text)).isEmpty();
    }
}
