package dev.jrelease.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One mistake is one problem in the list. */
class ProblemsTest {

    private static List<String> listed(int places, String message) {
        Problems problems = new Problems();
        IntStream.range(0, places)
                .map(i -> places - i)
                .forEach(line -> problems.error(new Location(".release.yaml", line, 1), message));
        return problems.list().stream()
                .map(problem -> problem.location().line() + ": " + problem.message())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | the environment variable A is not set | 1: the environment variable A is not set",
                "2 | the environment variable A is not set | 1: the environment variable A is not set; another place uses it",
                "5 | the environment variable A is not set | 1: the environment variable A is not set; 4 more places use it",
                "3 | the variable A has no value           | 1: the variable A has no value; 2 more places use it",
            })
    void usesOfAVariableWithoutAValueAreOneProblem(int places, String message, String problem) {
        assertThat(listed(places, message)).containsExactly(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'Versoin' is not known here", "unknown key 'dockrs'"})
    void misspeltNamesAreProblemsEach(String message) {
        assertThat(listed(3, message)).hasSize(3);
    }
}
