package dev.jrelease.docker;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvalidDockerfileTest {
    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "dockerfile parse error line 2: Unknown flag: chwon, 2",
                "dockerfile parse error on line 14: unknown flag: --chwon (did you mean chown?), 14",
                "dockerfile parse error on line 3: USER requires exactly one argument, 3",
                "dockerfile parse error on line 9999999999: x, none",
                "ENV must have two arguments, none",
            })
    void anEngineNamesTheLine(String words, Integer line) {
        assertThat(InvalidDockerfileException.line(words).orElse(null)).isEqualTo(line);
    }
}
