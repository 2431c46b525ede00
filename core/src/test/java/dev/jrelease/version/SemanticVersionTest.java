package dev.jrelease.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SemanticVersionTest {

    @Test
    void readsEveryPart() {
        assertThat(SemanticVersion.parse("v1.20.300-rc.1+build.7"))
                .contains(new SemanticVersion(1, 20, 300, "rc.1", "build.7"));
        assertThat(SemanticVersion.parse("1.2.3")).contains(new SemanticVersion(1, 2, 3, "", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.4",
                "1.2.3",
                "10.20.30",
                "1.1.2-prerelease+meta",
                "1.1.2+meta",
                "1.0.0-alpha",
                "1.0.0-alpha.beta.1",
                "1.0.0-alpha0.valid",
                "1.0.0-alpha-a.b-c-somethinglong+build.1-aef.1-its-okay",
                "1.0.0-0A.is.legal",
                "1.2.3----RC-SNAPSHOT.12.9.1--.12",
                "1.2.20240101123000",
                "1.2.3-20240101123000123456789"
            })
    void writesWhatItRead(String text) {
        assertThat(SemanticVersion.parse(text)).map(SemanticVersion::toString).contains(text);
        assertThat(SemanticVersion.parse("v" + text)).isEqualTo(SemanticVersion.parse(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "v1",
                "1.2",
                "1.2.3.4",
                "01.2.3",
                "1.02.3",
                "1.2.3-",
                "1.2.3+",
                "1.2.3-01",
                "1.2.3-a..b",
                "1.2.3-a_b",
                "V1.2.3",
                "vv1.2.3",
                "release-1.2.3",
                "1.2.3 ",
                "1.2.3\n",
                "-1.2.3",
                "1.2.3+a+b",
                "1.2.9999999999999999999"
            })
    void refusesWhatIsNoVersion(String text) {
        assertThat(SemanticVersion.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1.0.0",
        "v1.2, 1.2.0",
        "01.2.3, 1.2.3",
        "1.2-rc.01, 1.2.0-rc.01",
        "1.2.3+a, 1.2.3+a",
        "1.2.3.4,",
        "latest,",
        "1.2.3-,",
        "1.2.3-a..b,",
        "1.2.9999999999999999999,"
    })
    void readsVersionsThatLackParts(String text, @Nullable String version) {
        assertThat(SemanticVersion.parseLenient(text).map(SemanticVersion::toString))
                .isEqualTo(Optional.ofNullable(version));
    }

    @Test
    void readsTextOfAnyLength() {
        assertThat(SemanticVersion.parse("1.2.3-" + "a.".repeat(100_000) + "b")).isPresent();
        assertThat(SemanticVersion.parse("1.2.3-" + "a.".repeat(100_000))).isEmpty();
        assertThat(SemanticVersion.parse("1.".repeat(100_000))).isEmpty();
    }

    @Test
    void comparesByPrecedence() {
        List<SemanticVersion> ordered = Stream.of(
                        "0.9.9",
                        "1.0.0-2",
                        "1.0.0-11",
                        "1.0.0-20240101123000123456789",
                        "1.0.0-alpha",
                        "1.0.0-alpha.1",
                        "1.0.0-alpha.beta",
                        "1.0.0-beta",
                        "1.0.0-beta.2",
                        "1.0.0-beta.11",
                        "1.0.0-rc.1",
                        "1.0.0",
                        "1.0.2",
                        "1.0.10",
                        "1.2.0",
                        "1.10.0",
                        "2.0.0",
                        "10.0.0")
                .map(text -> SemanticVersion.parse(text).orElseThrow())
                .toList();
        List<SemanticVersion> shuffled = new ArrayList<>(ordered);
        Collections.shuffle(shuffled, new Random(3));
        assertThat(shuffled.stream().sorted()).containsExactlyElementsOf(ordered);
    }

    @Test
    void doesNotCompareBuilds() {
        SemanticVersion one = SemanticVersion.parse("1.0.0+a").orElseThrow();
        assertThat(one.compareTo(SemanticVersion.parse("1.0.0+b").orElseThrow()))
                .isZero();
    }
}
