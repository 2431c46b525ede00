package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    })
    void whatNoRegistryWouldAcceptIsRefusedWithTheReason(String text, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ImageReference.parse(text))
                .withMessageContaining(text)
                .withMessageContaining(reason);
    }
}
