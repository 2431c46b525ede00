package dev.jrelease.files;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CleanPathTest {

    @ParameterizedTest
    @CsvSource({
        "a/b, a/b",
        "./a//b/, a/b",
        "a/../b, b",
        "../../a, ../../a",
        "/../a, /a",
        "a/.., .",
        "'', .",
        "/, /",
        "//, /",
    })
    void isWhatGoMakesOfIt(String path, String clean) {
        assertThat(CleanPath.of(path)).isEqualTo(clean);
    }

    @ParameterizedTest
    @CsvSource({"../a/./b, a/b", "/a, a", "a/../.., ''", "'', ''"})
    void nothingIsAboveTheRoot(String path, String below) {
        assertThat(CleanPath.below(path)).isEqualTo(below);
    }
}
