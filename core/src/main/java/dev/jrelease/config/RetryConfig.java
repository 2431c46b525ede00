package dev.jrelease.config;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.config.bind.Default;
import dev.jrelease.config.bind.Description;
import dev.jrelease.config.bind.Located;
import dev.jrelease.failure.Problems;
import java.time.Duration;
import java.util.Optional;

/**
 * How requests to registries are repeated that may succeed a little later. Where only some of it is given, the rest is
 * GoReleaser's; where nothing is, {@link Backoff#STANDARD} holds.
 *
 * <pre>
 * retry:
 *   attempts: 3
 *   delay: 5s
 *   max_delay: 1m
 * </pre>
 */
public record RetryConfig(
        @Description("How often a request is tried in all; 1 repeats nothing.") @Default("10")
        Optional<Located<Integer>> attempts,

        @Description("How long to wait before the second attempt; twice as long before each further one.")
        @Default("10s")
        Optional<Duration> delay,

        @Description("The longest wait between two attempts.") @Default("5m")
        Optional<Duration> maxDelay) {

    private static final int DEFAULT_ATTEMPTS = 10;
    private static final Duration DEFAULT_DELAY = Duration.ofSeconds(10);
    private static final Duration DEFAULT_MAX_DELAY = Duration.ofMinutes(5);

    /** The same in numbers. What is zero is not given, as in GoReleaser. */
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

    /** Reports mistakes that the types cannot express. */
    void check(Problems problems) {
        attempts.filter(number -> number.value() < 0)
                .ifPresent(number -> problems.error(
                        number.location(), "nothing can be tried " + number + " times", "1 repeats nothing"));
    }
}
