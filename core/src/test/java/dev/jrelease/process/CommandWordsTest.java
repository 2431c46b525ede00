package dev.jrelease.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandWordsTest {

    @Test
    void areWhatIsBetweenSpaces() {
        assertThat(CommandWords.of(" go  mod\ttidy\n").words()).containsExactly("go", "mod", "tidy");
        assertThat(CommandWords.of("").words()).isEmpty();
    }

    @Test
    void areKeptTogetherByQuotes() {
        assertThat(CommandWords.of("sh -c 'a && b' \"it's\" a\\ b '' x'y'\"z\"").words())
                .containsExactly("sh", "-c", "a && b", "it's", "a b", "", "xyz");
        assertThat(CommandWords.of("'a\\n' \"a\\tb\"").words()).containsExactly("a\\n", "a\tb");
    }

    @Test
    void areKeptTogetherByWhatAShellWouldRun() {
        assertThat(CommandWords.of("echo `date -u` x$(git rev-parse HEAD)").words())
                .containsExactly("echo", "`date -u`", "x$(git rev-parse HEAD)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {"a b && c d ! && c d", "a|b ! |b", "a; b ! ; b", "a > file ! > file", "a \\; b ! ''", "a 'b;' ! ''"
            })
    void endWhereAShellWouldBeNeeded(String command, String beyond) {
        assertThat(CommandWords.of(command).beyond()).isEqualTo(beyond);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            quoteCharacter = '#',
            value = {
                "echo 'a ! a quote is not closed: there is no second '",
                "echo \"a ! a quote is not closed: there is no second \"",
                "echo $(a ! a quote is not closed: there is no second )",
                "echo a\\ ! there is nothing after the last \\",
                "(cd a) ! ( needs a shell, and the command has none",
            })
    void haveToBeComplete(String command, String message) {
        assertThatThrownBy(() -> CommandWords.of(command)).hasMessage(message);
    }
}
