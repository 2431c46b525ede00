package dev.jrelease.migrate.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.config.yaml.SyntaxNode;
import dev.jrelease.config.yaml.SyntaxNode.Mapping;
import dev.jrelease.config.yaml.SyntaxNode.Scalar;
import dev.jrelease.config.yaml.SyntaxNode.Sequence;
import dev.jrelease.config.yaml.SyntaxNode.Style;
import dev.jrelease.config.yaml.SyntaxReader;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScalarTextTest {
    private static final List<String> VALUES = List.of(
            "word",
            "acme/x:{{ .Version }}-{{ .Arch }}",
            "{{ .Arch }}",
            "--flag=a, b",
            "it's \"quoted\" \\ escaped",
            "key: value",
            "ends with:",
            "text # no comment",
            "#comment",
            "- item",
            "-",
            " spaces ",
            "*alias",
            "&anchor",
            "!tag",
            "%directive",
            "@at",
            "`back`",
            "[a]",
            "a]b",
            "? question",
            "| block",
            "> folded",
            "");

    static Stream<String> values() {
        return VALUES.stream();
    }

    @ParameterizedTest
    @MethodSource("values")
    void isReadAsWhatWasMeant(String value) {
        for (Style style : List.of(Style.PLAIN, Style.SINGLE_QUOTED, Style.DOUBLE_QUOTED)) {
            String inLine = ScalarText.of(value, style, false).orElseThrow();
            String inBrackets = ScalarText.of(value, style, true).orElseThrow();

            assertThat(readBack("key: " + inLine + "\n")).isEqualTo(value);
            assertThat(readBack("key: [" + inBrackets + "]\n")).isEqualTo(value);
        }
    }

    private static String readBack(String text) {
        SyntaxNode value = ((Mapping) SyntaxReader.read(text).orElseThrow())
                .pairs()
                .getFirst()
                .value();
        SyntaxNode only = value instanceof Sequence sequence ? sequence.items().getFirst() : value;
        return ((Scalar) only).value();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "PLAIN, false, x-{{ .Arch }}, x-{{ .Arch }}",
                "PLAIN, true, x-{{ .Arch }}, \"x-{{ .Arch }}\"",
                "SINGLE_QUOTED, true, x, 'x'",
                "DOUBLE_QUOTED, false, x, \"x\"",
                "DOUBLE_QUOTED, false, {{ f \"x\" }}, '{{ f \"x\" }}'"
            })
    void isWrittenAsItWas(Style style, boolean inBrackets, String value, String written) {
        assertThat(ScalarText.of(value, style, inBrackets)).contains(written);
    }

    @Test
    void cannotBeWrittenIfItHasSeveralLines() {
        assertThat(ScalarText.of("a\nb", Style.DOUBLE_QUOTED, false)).isEmpty();
        assertThat(ScalarText.of("a", Style.BLOCK, false)).isEmpty();
    }
}
