package dev.jrelease.pipes.images.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReleaseWordsTest {
    private static final ReleaseWords TAGS =
            new ReleaseWords("1.2.3", "0123456789abcdef0123456789abcdef01234567", "0123456");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.2.3",
                "v1.2.3",
                "1.2.3-amd64",
                "linux-1.2.3",
                "sha-0123456",
                "0123456789abcdef0123456789abcdef01234567"
            })
    void aNameWithTheVersionOrTheCommitNeverMoves(String name) {
        assertThat(TAGS.isFloating(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest",
                "latest-amd64",
                "v1",
                "1.2",
                "jdk-11.2.30",
                "alpine-1.2.30",
                "0.1.2.3",
                "1.2.3.4",
                "01234567"
            })
    void aNameWithPartOfThemMoves(String name) {
        assertThat(TAGS.isFloating(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1.2.0", "v1.2.0", "1.2.0-amd64", "linux-1.2.0", "1.2.0_alpine", "1.2.0-rc.9", "1.2.0-latest"})
    void theReleaseThatAPrereleaseLeadsToNeverMoves(String name) {
        assertThat(new ReleaseWords("1.2.0-rc.9", "", "").isFloating(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.2.30", "v1.2.2", "1.2.4", "2.0.0-rc.1", "1.2.2-amd64"})
    void anotherVersionNeverMoves(String name) {
        assertThat(TAGS.isFloating(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.3-b7", "1.2.3_b7", "1.2.3.b7"})
    void buildMetadataMayBeSpelledAsTagsAllow(String name) {
        assertThat(new ReleaseWords("1.2.3+b7", "", "").isFloating(name)).isFalse();
    }
}
