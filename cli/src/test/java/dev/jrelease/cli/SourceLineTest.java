package dev.jrelease.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.failure.Location;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jline.utils.WCWidth;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The caret is under its place in a terminal of 80 columns. */
class SourceLineTest {
    private static final int TERMINAL = 80;

    @ParameterizedTest
    @CsvSource({
        "1, 1, 300, a",
        "1, 40, 300, a",
        "1, 75, 75, a",
        "12, 150, 300, a",
        "12345, 299, 300, a",
        "7, 80, 90, a",
        "1, 40, 300, 界",
        "12, 150, 300, 界",
        "3, 2, 40, 界",
        "3, 36, 36, 界"
    })
    void pointsAtItsPlace(int line, int column, int length, String filler) {
        String text = filler.repeat(column - 1) + "X" + filler.repeat(length - column);

        List<String> lines = SourceLine.excerpt(new Location("f", line, column), text, UnaryOperator.identity())
                .lines()
                .skip(1)
                .toList();

        assertThat(lines).hasSize(2).allMatch(shown -> columns(shown) <= TERMINAL);
        assertThat(columns(lines.get(1))).isEqualTo(columns(before(lines.get(0), 'X')) + 1);
        assertThat(lines.get(0)).startsWith("  " + line + " | ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0301", "\u200B", "a"})
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void longLinesAreShown(String filler) {
        String text = filler.repeat(100_000) + "X";

        assertThat(SourceLine.excerpt(new Location("f", 1, 100_001), text, UnaryOperator.identity()))
                .contains("X\n");
    }

    /** A tab is as wide as the tab above it, wherever the line begins. */
    @ParameterizedTest
    @CsvSource({"1, 10", "2, 60", "30, 70"})
    void aTabIsAsWideAsAbove(int tabs, int more) {
        String text = "\t".repeat(tabs) + "X" + "a".repeat(more);

        List<String> lines = SourceLine.excerpt(new Location("f", 1, tabs + 1), text, UnaryOperator.identity())
                .lines()
                .skip(1)
                .toList();

        assertThat(before(lines.get(1), '^').substring(6).replace(" ", ""))
                .isEqualTo(before(lines.get(0), 'X').substring(6).replace("…", ""));
        assertThat(columns(lines.get(0))).isLessThanOrEqualTo(TERMINAL);
    }

    /** What a terminal gives two columns, one, or none; what would be invisible is shown as a mark. */
    @ParameterizedTest
    @CsvSource({
        "a, 1",
        "ö, 1",
        "e\u0301, 1",
        "…, 1",
        "\u05D0, 1",
        "界, 2",
        "한, 2",
        "\u1100\u1161\u11A8, 2",
        "・, 2",
        "Ａ, 2",
        "ｱ, 1",
        "'\u3000', 2",
        "😀, 2",
        "\u200B, 1",
        "\u0301, 0",
    })
    void theCaretIsUnderItsPlaceWhateverIsBefore(String before, int columns) {
        String excerpt = SourceLine.excerpt(
                new Location("f", 1, 2 + before.codePointCount(0, before.length())),
                "x" + before + "y",
                UnaryOperator.identity());

        assertThat(excerpt).endsWith("\n    | " + " ".repeat(1 + columns) + "^");
    }

    private static String before(String text, char end) {
        return text.substring(0, text.indexOf(end));
    }

    private static int columns(String text) {
        int columns = 0;
        for (int character : text.codePoints().toArray()) {
            columns = character == '\t' ? (columns / 8 + 1) * 8 : columns + WCWidth.wcwidth(character);
        }
        return columns;
    }
}
