package dev.jrelease.pipes.signs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellVariablesTest {
    @ParameterizedTest
    @CsvSource({
        "sign $artifact now, sign <artifact> now",
        "${artifact}.sig, <artifact>.sig",
        "$1$$x, <1><$>x",
        "a$, a$",
        "a${b, a${b",
        "{$a}, {<a>}"
    })
    void variablesAreFilledIn(String text, String filled) {
        assertThat(ShellVariables.fill(text, (name, written) -> "<" + name + ">"))
                .isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"${", "$", "$a", "${a}", "}"})
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void longTextsAreRead(String part) {
        assertThat(ShellVariables.fill(part.repeat(100_000) + "!", (name, written) -> written))
                .endsWith("!");
    }
}
