package dev.jrelease.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryConfigTest {
    private final Problems problems = new Problems();

    @Test
    void isWhatTheFileSays() {
        assertThat(backoff("retry: {attempts: 3, delay: 500ms, max_delay: 1m30s}"))
                .isEqualTo(new Backoff(3, Duration.ofMillis(500), Duration.ofSeconds(90)));
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void hasGoReleasersNumbersWhereOnlySomeAreGiven() {
        assertThat(backoff("retry: {attempts: 3}"))
                .isEqualTo(new Backoff(3, Duration.ofSeconds(10), Duration.ofMinutes(5)));
        assertThat(backoff("retry: {delay: 2s}"))
                .isEqualTo(new Backoff(10, Duration.ofSeconds(2), Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version: 1", "retry:", "retry: {}"})
    void isTheStandardWhereNothingIsGiven(String yaml) {
        assertThat(backoff(yaml)).isEqualTo(Backoff.STANDARD);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            attempts: 0         | 'attempts' needs a number from 1 to 1000, but this is '0'
            attempts: -3        | 'attempts' needs a number from 1 to 1000, but this is '-3'
            attempts: 1_000_000 | 'attempts' needs a number from 1 to 1000, but this is '1_000_000'
            delay: 0            | 'delay' needs a duration from 1ms to 168h, but this is '0'
            delay: 10us         | 'delay' needs a duration from 1ms to 168h, but this is '10us'
            max_delay: 169h     | 'max_delay' needs a duration from 1ms to 168h, but this is '169h'
            """, quoteCharacter = '`')
    void refusesNothingAndTooMuch(String setting, String problem) {
        backoff("retry: {" + setting + "}");

        assertThat(problems.list()).extracting(Problem::message).containsExactly(problem);
    }

    @Test
    void refusesWhatIsNoNumberOfAttempts() {
        backoff("retry: {attempts: -1, delay: soon, tries: 3}");

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "f.yaml:1:19: 'attempts' needs a number from 1 to 1000, but this is '-1'",
                        "f.yaml:1:30: 'delay' needs a duration such as 90s or 1h30m, but this is 'soon'",
                        "f.yaml:1:36: unknown key 'tries' (the keys here are attempts, delay, max_delay)");
    }

    private Backoff backoff(String yaml) {
        return ConfigLoader.load(ConfigFile.of("f.yaml", yaml), List.of(), problems)
                .project()
                .retry()
                .backoff();
    }
}
