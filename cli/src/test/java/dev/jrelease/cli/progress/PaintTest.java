package dev.jrelease.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.environment.Environment;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Colours are there where a terminal shows them, and as the environment asks for. */
class PaintTest {
    private static final Path NOWHERE = Path.of("/");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | true  | true",
                "''                              | false | false",
                "NO_COLOR=1                      | true  | false",
                "NO_COLOR=                       | true  | true",
                "CLICOLOR_FORCE=1                | false | true",
                "CLICOLOR_FORCE=0                | false | false",
                "NO_COLOR=1 CLICOLOR_FORCE=1     | true  | false",
            })
    void followsTheEnvironment(String variables, boolean onTerminal, boolean coloured) {
        Map<String, String> all = Stream.of(variables.split(" ", -1))
                .filter(pair -> pair.contains("="))
                .collect(Collectors.toMap(pair -> pair.split("=", -1)[0], pair -> pair.split("=", -1)[1]));
        Paint paint = Paint.of(new Environment(all, NOWHERE, NOWHERE), onTerminal);

        assertThat(paint.apply("failed", Tint.FAILURE).equals("failed")).isNotEqualTo(coloured);
        assertThat(paint.apply("as it is", Tint.PLAIN)).isEqualTo("as it is");
    }
}
