package dev.jrelease.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HeadersTest {

    @Test
    void doNotCareForTheCaseOfNames() {
        Headers headers = new Headers(Map.of("Location", List.of(" /a "))).with("LOCATION", "/b");

        assertThat(headers.first("location")).hasValue("/a");
        assertThat(headers.all("location")).containsExactly(" /a ", "/b");
        assertThat(headers.first("other")).isEmpty();
    }

    @Test
    void doNotPrintSecrets() {
        assertThat(Headers.EMPTY.with("authorization", "Basic abc").with("Accept", "x"))
                .hasToString("{Accept: [x], authorization: ***}");
    }
}
