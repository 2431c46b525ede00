package dev.jrelease.context;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A locale is proposed only where it is another one. */
class NameHintTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, rename it: its name is not UTF-8",
        "utf-8, rename it: its name is not UTF-8",
        "ANSI_X3.4-1968, names outside ASCII need a locale of UTF-8: LC_ALL=C.UTF-8"
    })
    void fitsTheLocale(String encoding, String hint) {
        assertThat(Collecting.nameHint(encoding)).isEqualTo(hint);
    }
}
