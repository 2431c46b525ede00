package dev.jrelease.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.failure.Problem;
import dev.jrelease.failure.Problems;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
        assertThat(backoff("retry: {attempts: 0, delay: 2s}"))
                .isEqualTo(new Backoff(10, Duration.ofSeconds(2), Duration.ofMinutes(5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"version: 1", "retry:", "retry: {}", "retry: {attempts: 0, delay: 0s}"})
    void isTheStandardWhereNothingIsGiven(String yaml) {
        assertThat(backoff(yaml)).isEqualTo(Backoff.STANDARD);
    }

    @Test
    void refusesWhatIsNoNumberOfAttempts() {
        backoff("retry: {attempts: -1, delay: soon, tries: 3}");

        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(
                        "f.yaml:1:19: -1 attempts are not possible (use 1 to repeat nothing)",
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
