package dev.jrelease.json;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong is said in our words: a place, and nothing of what stands there. */
class MalformedJsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "{\"a\": 1 ~ it is not JSON \\(line 1, column [0-9]+\\)",
                "{\"a\": hunter2} ~ it is not JSON \\(line 1, column [0-9]+\\)",
                "{} x ~ it is not JSON \\(line 1, column [0-9]+\\)",
                "'  ' ~ it is not JSON: it is empty"
            })
    void saysWhere(String text, String message) {
        assertThatThrownBy(() -> Json.parse(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(MalformedJsonException.class)
                .hasMessageMatching(message);
    }
}
