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
    @ValueSource(
            strings = {
                "{\"size\":9223372036854775808,\"small\":-1,\"long\":3000000000,\"part\":0.5,\"big\":1.0E22}",
                "[null,true,false,\"\",\"\\u0000\\\"\\\\é\",{},[]]",
                "\"text\"",
                "7"
            })
    void writesWhatItRead(String text) throws IOException {
        assertThat(Json.text(Json.parse(text.getBytes(UTF_8)))).isEqualTo(text);
    }

    @Test
    void theLastOfSeveralMembersWithOneNameCounts() throws IOException {
        assertThat(Json.text(Json.parse("{\"a\":1,\"b\":2,\"a\":3}".getBytes(UTF_8))))
                .isEqualTo("{\"a\":3,\"b\":2}");
    }

    @Test
    void writesAListAsGoDoes() throws IOException {
        assertThat(new String(Json.indented(Json.parse("{\"a\":[1,{\"b\":2}]}".getBytes(UTF_8)), "   "), UTF_8))
                .isEqualTo("""
                        {
                           "a": [
                              1,
                              {
                                 "b": 2
                              }
                           ]
                        }""");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "{", "{}}", "[] x", "{} {}", "[1,", "{\"a\"}"})
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
