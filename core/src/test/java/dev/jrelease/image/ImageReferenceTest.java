package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
    private static final String DIGEST = "sha256:" + "0f".repeat(32);

    @ParameterizedTest
    @CsvSource({
        "hello, docker.io/library/hello:latest",
        "acme/hello, docker.io/acme/hello:latest",
        "acme/hello:1.2, docker.io/acme/hello:1.2",
        "docker.io/acme/hello:1.2, docker.io/acme/hello:1.2",
        "index.docker.io/acme/hello:1.2, docker.io/acme/hello:1.2",
        "localhost/hello, localhost/hello:latest",
        "localhost:5000/a/b/c:v1, localhost:5000/a/b/c:v1",
        "127.0.0.1:5000/a:v1, 127.0.0.1:5000/a:v1",
        "[::1]:5000/a:v1, [::1]:5000/a:v1",
        "ghcr.io/acme/hello-world__x.y:V_1.2-3, ghcr.io/acme/hello-world__x.y:V_1.2-3",
    })
    void everySpellingBecomesTheLongForm(String text, String longForm) {
        assertThat(ImageReference.parse(text)).hasToString(longForm);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b/c_d/e__f/g--h---i/0.1:x", "localhost:65535/a:x", "[::1]:5000/a:x", "A-b.example/a:x"})
    void everySeparatorOfTheGrammarIsRead(String text) {
        assertThat(ImageReference.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a-", "a.", "a/", "a__"})
    void aNameOfAnyLengthIsRefusedInWords(String part) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse("r.example/" + part.repeat(200_000) + "a:1"))
                .withMessageContaining("its repository is longer than 255 characters");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse("a.".repeat(200_000) + "/a:1"))
                .withMessageContaining("its registry is longer than 255 characters");
    }

    @Test
    void aDigestNeedsNoTag() {
        ImageReference reference = ImageReference.parse("acme/hello@" + DIGEST);

        assertThat(reference.tag()).isEmpty();
        assertThat(reference.manifestKey()).isEqualTo(DIGEST);
        assertThat(ImageReference.parse("acme/hello:1@" + DIGEST)).hasToString("docker.io/acme/hello:1@" + DIGEST);
    }

    @ParameterizedTest
    @CsvSource({
        "acme/Hello:1, must be lower case",
        "acme//hello:1, may hold only",
        "acme/hello:, its tag is empty",
        "acme/hello:1+2, its tag '1+2' may hold only",
        "acme/hello:.1, may hold only",
        "acme/hello@sha256:12, is not sha256:",
        "ghcr.io/, has no repository",
        "exa_mple.com/hello:1, is not a registry's host",
        "-a.example.com/hello:1, is not a registry's host",
        "a..example.com/hello:1, is not a registry's host",
        "[::1/hello:1, is not a registry's host",
        "example.com:/hello:1, is not a registry's host",
        "example.com:123456/hello:1, is not a registry's host",
        "localhost:70000/hello:1, there is no port 70000; ports go from 1 to 65535",
        "[::1]:65536/hello:1, there is no port 65536",
        "example.com:0/hello:1, there is no port 0",
        "acme/hel___lo:1, may hold only",
        "acme/hel..lo:1, may hold only",
        "acme/hello-:1, may hold only",
        "acme/_hello:1, may hold only",
    })
    void whatNoRegistryWouldAcceptIsRefusedWithTheReason(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse(text))
                .withMessageContaining(text)
                .withMessageContaining(reason);
    }
}
