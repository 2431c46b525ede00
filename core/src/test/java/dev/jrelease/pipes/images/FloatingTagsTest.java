package dev.jrelease.pipes.images;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloatingTagsTest {
    private static final FloatingTags TAGS =
            new FloatingTags("1.2.3", "0123456789abcdef0123456789abcdef01234567", "0123456");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/hello:1.2.3",
                "acme/hello:v1.2.3",
                "acme/hello:1.2.3-amd64",
                "acme/hello:linux-1.2.3",
                "acme/hello:sha-0123456",
                "acme/hello:0123456789abcdef0123456789abcdef01234567"
            })
    void aNameWithTheVersionOrTheCommitNeverMoves(String name) {
        assertThat(TAGS.isFloating(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "acme/hello:latest",
                "acme/hello:latest-amd64",
                "acme/hello:v1",
                "acme/hello:1.2",
                "acme/hello:11.2.30",
                "acme/hello:11.2.3",
                "acme/hello:1.2.30",
                "acme/hello:0.1.2.3",
                "acme/hello:1.2.3.4",
                "acme/hello:01234567"
            })
    void aNameWithPartOfThemMoves(String name) {
        assertThat(TAGS.isFloating(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b:1.2.3-b7", "a/b:1.2.3_b7", "a/b:1.2.3.b7"})
    void buildMetadataMayBeSpelledAsTagsAllow(String name) {
        assertThat(new FloatingTags("1.2.3+b7", "", "").isFloating(name)).isFalse();
    }
}
