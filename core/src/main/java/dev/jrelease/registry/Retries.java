package dev.jrelease.registry;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.Retry;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Repeats requests that may succeed later, after the wait that the registry requests, up to a limit.
 *
 * @param host of the registry, in messages
 */
record Retries(String host, Backoff backoff, Pace pace, Consumer<Retry> listener) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);
    /** GHCR's secondary limits end after two to five minutes. */
    private static final Backoff MINUTES = new Backoff(1, Duration.ofMinutes(1), Duration.ofMinutes(3));

    private static final Duration LONGEST_LIMIT = Duration.ofMinutes(10);

    <T> T run(Attempt<T> attempt) throws InterruptedException {
        int problems = 0;
        int lags = 0;
        while (true) {
            try {
                return attempt.make();
            } catch (RegistryException failure) {
                if (!failure.recovery().isWorthATry()) {
                    throw failure;
                }
                // Lags and other problems are counted separately.
                pause(failure, failure.recovery() == Recovery.LAG ? ++lags : ++problems);
            }
        }
    }

    private void pause(RegistryException failure, int number) throws InterruptedException {
        Duration wait = wait(failure, number);
        if (number == backoff.attempts()) {
            failure.askedToWait().ifPresent(pace::rest);
            throw failure.after(number);
        }
        listener.accept(new Retry(named(failure.happened()), number + 1, backoff.attempts(), wait));
        if (failure.recovery() == Recovery.LAG) {
            pace.pause(wait);
        } else {
            pace.rest(wait);
        }
    }

    /** Several registries may be asked at the same time. */
    private String named(String problem) {
        return problem.contains(host) ? problem : host + ": " + problem;
    }

    private Duration wait(RegistryException failure, int number) {
        Duration own = own(failure, number).minus(failure.silence());
        Duration asked = failure.askedToWait().orElse(own.isNegative() ? Duration.ZERO : own);
        Duration longest = longest(failure);
        if (asked.compareTo(longest) > 0) {
            throw failure.tooLongToWait(asked, longest);
        }
        return asked;
    }

    private Duration own(RegistryException failure, int number) {
        Duration usual = backoff.randomised(number);
        Duration minutes = failure.recovery() == Recovery.LONG_LIMIT ? MINUTES.randomised(number) : Duration.ZERO;
        return longer(usual, minutes);
    }

    /** The longest wait that a registry may request; never less than the longest wait of the back-off. */
    private Duration longest(RegistryException failure) {
        Duration allowed = failure.recovery() == Recovery.LONG_LIMIT ? LONGEST_LIMIT : LONGEST_WAIT;
        return longer(allowed, backoff.longest());
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /** Something that may be done several times. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws InterruptedException;
    }
}
