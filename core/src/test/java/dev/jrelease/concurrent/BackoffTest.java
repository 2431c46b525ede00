package dev.jrelease.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void doublesTheWaitUpToTheLongest() {
        Backoff backoff = new Backoff(6, Duration.ofSeconds(10), Duration.ofMinutes(1));

        assertThat(IntStream.rangeClosed(1, 5).mapToObj(backoff::delay))
                .extracting(Duration::toSeconds)
                .containsExactly(10L, 20L, 40L, 60L, 60L);
    }

    @Test
    void neverWaitsLongerThanTheLongestWait() {
        Duration hour = Duration.ofHours(1);
        Backoff backoff = new Backoff(Integer.MAX_VALUE, Duration.ofHours(999_999_999), hour);

        assertThat(IntStream.of(1, 2, 30, Integer.MAX_VALUE).mapToObj(backoff::randomised))
                .containsOnly(hour);
    }

    @Test
    void waitsAQuarterMoreAtMost() {
        Backoff backoff = new Backoff(2, Duration.ofSeconds(4), Duration.ofMinutes(1));

        assertThat(IntStream.range(0, 100).mapToObj(i -> backoff.randomised(1)))
                .allSatisfy(wait -> assertThat(wait).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(5)));
    }
}
