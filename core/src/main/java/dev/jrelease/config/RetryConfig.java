package dev.jrelease.config;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import java.time.Duration;
import java.util.Optional;

/**
 * The section {@code retry}: how requests to registries are repeated. Keys that are not set have GoReleaser's defaults;
 * without the section, {@link Backoff#STANDARD} applies.
 *
 * <pre>
 * retry:
 *   attempts: 3
 *   delay: 5s
 *   max_delay: 1m
 * </pre>
 */
public record RetryConfig(
        @Description("The number of attempts in all; 1 repeats nothing.") @Default("10")
        Optional<Integer> attempts,

        @Description("The wait before the second attempt; each further wait is twice as long.") @Default("10s")
        Optional<Duration> delay,

        @Description("The longest wait.") @Default("5m") Optional<Duration> maxDelay) {

    private static final int DEFAULT_ATTEMPTS = 10;
    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(10);
    private static final Duration DEFAULT_MAX_DELAY = Duration.ofMinutes(5);

    /** The same as numbers. */
    public Backoff backoff() {
        if (attempts.isEmpty() && delay.isEmpty() && maxDelay.isEmpty()) {
            return Backoff.STANDARD;
        }
        return new Backoff(
                attempts.orElse(DEFAULT_ATTEMPTS), delay.orElse(DEFAULT_DELAY), maxDelay.orElse(DEFAULT_MAX_DELAY));
    }
}
