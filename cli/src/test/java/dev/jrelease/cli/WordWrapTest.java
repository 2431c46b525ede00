package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordWrapTest {
    private static final String TEXT = "! tag registry.example.com/acme/hello:1.2.3: not looked up: "
            + "registry.example.com cannot be reached: connection refused after a while, twice";

    @ParameterizedTest
    @ValueSource(ints = {60, 80, 120})
    void linesAreAsWideAsTheTerminal(int columns) {
        String wrapped = new WordWrap(OptionalInt.of(columns)).of(TEXT);

        assertThat(wrapped.lines()).hasSizeGreaterThan(1).allMatch(line -> line.length() <= columns);
        assertThat(wrapped.lines().skip(1)).allMatch(line -> line.startsWith("    "));
        assertThat(wrapped.replaceAll("\\s+", " ").strip()).isEqualTo(TEXT);
    }

    @Test
    void aPipeGetsOneLine() {
        assertThat(new WordWrap(OptionalInt.empty()).of(TEXT)).isEqualTo(TEXT + "\n");
    }

    @Test
    void linesOfTheTextStayAndAWideCharacterTakesTwoColumns() {
        assertThat(new WordWrap(OptionalInt.of(8)).of("日本 日本\nab cd")).isEqualTo("日本\n    日本\nab cd\n");
    }
}
