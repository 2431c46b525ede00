package dev.jrelease.image;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {

    @ParameterizedTest
    @CsvSource({
        "linux/amd64, linux/amd64, amd64",
        "linux/amd64/v1, linux/amd64/v1, amd64",
        "linux/amd64/v3, linux/amd64/v3, amd64v3",
        "linux/arm64, linux/arm64, arm64",
        "linux/arm64/v8, linux/arm64/v8, arm64",
        "linux/arm, linux/arm, armv7",
        "linux/arm/v6, linux/arm/v6, armv6",
        "linux/arm/6, linux/arm/v6, armv6",
        "linux/386, linux/386, 386",
        "linux/aarch64, linux/arm64, arm64",
    })
    void platformsKeepTheirSpellingAndHaveATarget(String text, String spelled, String target) {
        Platform platform = Platform.parse(text).orElseThrow();

        assertThat(platform).hasToString(spelled);
        assertThat(platform.target()).isEqualTo(target);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "linux", "linux/", "/amd64", "linux/amd64/v1/x", "linux/amd64,linux", "linux amd64"})
    void anythingElseIsNone(String text) {
        assertThat(Platform.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "linux/arm64, linux/arm64/v8, true",
        "linux/arm, linux/arm/v7, true",
        "linux/amd64, linux/amd64/v1, true",
        "linux/arm, linux/arm/v6, false",
        "linux/amd64, linux/amd64/v2, false",
        "linux/amd64, windows/amd64, false",
        "linux/386, linux/amd64, false",
    })
    void aVariantThatIsMeantNeedNotBeSaid(String one, String other, boolean match) {
        assertThat(Platform.parse(one)
                        .orElseThrow()
                        .matches(Platform.parse(other).orElseThrow()))
                .isEqualTo(match);
    }

    @ParameterizedTest
    @CsvSource({
        "linux/arm64/v8, linux/arm64",
        "linux/arm64/8, linux/arm64",
        "linux/arm64/v9, linux/arm64/v9",
        "linux/aarch64, linux/arm64",
        "linux/arm, linux/arm/v7",
        "linux/arm/v6, linux/arm/v6",
        "linux/amd64/v1, linux/amd64",
        "linux/amd64/v2, linux/amd64/v2",
        "linux/386, linux/386",
        "windows/amd64, windows/amd64",
    })
    void hasOneSpellingAsBuildKitHasIt(String text, String spelled) {
        assertThat(Platform.parse(text).orElseThrow().normalized()).hasToString(spelled);
    }
}
