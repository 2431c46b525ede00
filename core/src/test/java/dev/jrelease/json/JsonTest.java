package dev.jrelease.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jrelease.text.VisibleText;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    @Test
    void keepsTheOrderOfKeys() throws IOException {
        assertThat(Json.text(Json.parse("{ \"b\": 1, \"a\": [2] }".getBytes(UTF_8))))
                .isEqualTo("{\"b\":1,\"a\":[2]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{", "{}}", "[] x"})
    void readsWholeDocumentsOnly(String text) {
        assertThatThrownBy(() -> Json.parse(text.getBytes(UTF_8))).isInstanceOf(IOException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u001B[31m", "\u009B2J", "\u202Etxt.exe", "a\u0000b\u2028c", "\uDB40\uDC41"})
    void controlCharactersAreEscapedInWhatPeopleRead(String foreign) throws Exception {
        String document = Json.pretty(Json.object().put("name", foreign));

        assertThat(VisibleText.lines(document)).isEqualTo(document);
        assertThat(Json.parse(document.getBytes(UTF_8)).path("name").asText()).isEqualTo(foreign);
    }
}
