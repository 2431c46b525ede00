package dev.jrelease.config;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Problems;
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
        Optional<Located<Integer>> attempts,

        @Description("The wait before the second attempt; each further wait is twice as long.") @Default("10s")
        Optional<Duration> delay,

        @Description("The longest wait.") @Default("5m") Optional<Duration> maxDelay) {

    private static final int DEFAULT_ATTEMPTS = 10;
    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(10);
    private static final Duration DEFAULT_MAX_DELAY = Duration.ofMinutes(5);

    /** The same as numbers. As in GoReleaser, zero means not set. */
    public Backoff backoff() {
        Optional<Integer> times = attempts.map(Located::value).filter(number -> number > 0);
        Optional<Duration> first = delay.filter(Duration::isPositive);
        Optional<Duration> longest = maxDelay.filter(Duration::isPositive);
        if (times.isEmpty() && first.isEmpty() && longest.isEmpty()) {
            return Backoff.STANDARD;
        }
        return new Backoff(
                times.orElse(DEFAULT_ATTEMPTS), first.orElse(DEFAULT_DELAY), longest.orElse(DEFAULT_MAX_DELAY));
    }

    /** Reports errors that the types cannot express. */
    void check(Problems problems) {
        attempts.filter(number -> number.value() < 0)
                .ifPresent(number -> problems.error(
                        number.location(), number + " attempts are not possible", "use 1 to repeat nothing"));
    }
}
