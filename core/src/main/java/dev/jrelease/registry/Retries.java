package dev.jrelease.registry;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.Pause;
import java.time.Duration;

/** Tries again what may succeed a little later, and waits as long as a registry asks for, within reason. */
record Retries(Backoff backoff, Duration longestWait, Pause pause) {
    /** About a quarter of a minute in all, where the registry asks for nothing else. */
    static final Retries STANDARD = new Retries(
            new Backoff(5, Duration.ofSeconds(1), Duration.ofSeconds(10)), Duration.ofMinutes(2), Pause.SLEEP);

    <T> T run(Attempt<T> attempt) throws InterruptedException {
        for (int number = 1; ; number++) {
            try {
                return attempt.make();
            } catch (RegistryException failure) {
                if (!failure.passing()) {
                    throw failure;
                }
                if (number == backoff.attempts()) {
                    throw failure.after(number);
                }
                pause.of(wait(failure, number));
            }
        }
    }

    private Duration wait(RegistryException failure, int number) {
        Duration own = backoff.randomised(number);
        Duration asked = failure.askedToWait().orElse(own);
        if (asked.compareTo(longestWait) > 0) {
            throw failure.tooLongToWait(asked, longestWait);
        }
        return asked;
    }

    /** Something that may be done several times. */
    @FunctionalInterface
    interface Attempt<T> {
        T make() throws InterruptedException;
    }
}
