package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainMarksTest {

    @ParameterizedTest
    @CsvSource({
        "UTF-8, ✓ git: • a → b …, ✓ git: • a → b …",
        "US-ASCII, ✓ git: • a → b …, + git: * a -> b ...",
        "ISO-8859-1, ✗ 30 MB–34 MB, x 30 MB-34 MB",
        "ISO-8859-1, Müller, Müller",
    })
    void areReadWhereverTheyAreShown(String charset, String text, String shown) {
        assertThat(new PlainMarks(Charset.forName(charset)).of(text)).isEqualTo(shown);
    }
}
