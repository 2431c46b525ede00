package dev.jrelease.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u001B]0;title\u0007",
                "\u001B[2J",
                "\u0000",
                "\u009B31m",
                "\u202Egpj.exe",
                "a\u200Bb",
                "\uFEFF",
                "\u2066",
                "\uDB40\uDC41"
            })
    void nothingActsUponATerminal(String hostile) {
        assertThat(VisibleText.lines(hostile)).contains("\uFFFD").doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
        assertThat(VisibleText.inLine(hostile)).contains("\uFFFD").doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }

    @Test
    void coloursAreLeftOut() {
        assertThat(VisibleText.lines("\u001B[1;31mred\u001B[0m\ttab\nline")).isEqualTo("red\ttab\nline");
    }

    @ParameterizedTest
    @ValueSource(strings = {"::set-output name=a::b", "  ::stop-commands::x", "\u00A0::add-mask::x", "::::"})
    void noLineIsACommandOfGitHubActions(String command) {
        assertThat(("one\n" + command).lines()).anyMatch(VisibleTextTest::isCommand);
        assertThat(VisibleText.lines("one\n" + command).lines()).noneMatch(VisibleTextTest::isCommand);
        assertThat(VisibleText.lines("one\r" + command).lines()).noneMatch(VisibleTextTest::isCommand);
        assertThat(VisibleText.lines(command))
                .satisfies(shown -> assertThat(isCommand(shown)).isFalse());
    }

    private static boolean isCommand(String line) {
        return line.replaceFirst("(?U)^\\s+", "").startsWith("::");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x ##[add-mask]y", "##vso[task.setvariable]x", "##teamcity[buildStop]"})
    void noTextHoldsACommandOfOtherSystems(String command) {
        assertThat(VisibleText.lines(command)).doesNotContain("##").contains("# #");
    }

    @Test
    void ordinaryTextStays() {
        String text = "a::b ## title\n\tlocalhost:5000/a:1  [::1]:5000 日本 e\u0301";

        assertThat(VisibleText.lines(text)).isEqualTo(text);
    }

    @Test
    void aLineEndWithinALineIsMarked() {
        assertThat(VisibleText.inLine("a\nb\r::c")).isEqualTo("a\uFFFDb\uFFFD::c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"app:1.2.3 \t tab", "a: b # c", "line\nline"})
    void plainTextIsNotCopied(String text) {
        assertThat(VisibleText.lines(text)).isSameAs(text);
        assertThat(VisibleText.json(text)).isSameAs(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n ", "\r", "\u0085\t", "\u001B[1;", "##a", "::", " \u00A0"})
    @Timeout(value = 20, threadMode = ThreadMode.SEPARATE_THREAD)
    void longTextsAreRead(String part) {
        assertThat(VisibleText.lines(part.repeat(100_000) + "\n ::x")).endsWith("\n : :x");
        assertThat(VisibleText.inLine(part.repeat(100_000) + "x")).endsWith("x");
    }

    @Test
    void jsonHoldsNoCommandOfACiSystem() {
        assertThat(VisibleText.json("{\"a\": \"##[add-mask]b ###\"}"))
                .isEqualTo("{\"a\": \"#\\u0023[add-mask]b #\\u0023#\"}");
    }

    @Test
    void jsonKeepsItsContent() {
        assertThat(VisibleText.json("{\n\"a\": \"\u202E\u009B\uDB40\uDC41é\"}\n"))
                .isEqualTo("{\n\"a\": \"\\u202e\\u009b\\udb40\\udc41é\"}\n");
    }
}
