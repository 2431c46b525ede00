package dev.jrelease.registry;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.Pause;
import java.time.Duration;
import java.util.function.Consumer;

/** Tries again what may succeed a little later, and waits as long as a registry asks for, within reason. */
record Retries(Backoff backoff, Duration longestWait, Pause pause, Consumer<String> listener) {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    static final Retries STANDARD = new Retries(Backoff.STANDARD, LONGEST_WAIT, Pause.SLEEP, _ -> {});

    /** The same with other waits of our own; who waits that long anyway does so where a registry asks for it, too. */
    Retries with(Backoff other) {
        Duration wait = other.longest().compareTo(LONGEST_WAIT) > 0 ? other.longest() : LONGEST_WAIT;
        return new Retries(other, wait, pause, listener);
    }

    /** The same, which says that it tries again. */
    Retries with(Consumer<String> other) {
        return new Retries(backoff, longestWait, pause, other);
    }

    <T> T run(Attempt<T> attempt) throws InterruptedException {
        for (int number = 1; ; number++) {
            try {
                return attempt.make();
            } catch (RegistryException failure) {
                if (!failure.isTransient()) {
                    throw failure;
                }
                if (number == backoff.attempts()) {
                    throw failure.after(number);
                }
                Duration wait = wait(failure, number);
                listener.accept(
                        failure.happened() + ", trying again (" + (number + 1) + " of " + backoff.attempts() + ")");
                pause.of(wait);
            }
        }
    }

    private Duration wait(RegistryException failure, int number) {
        Duration own = backoff.randomised(number).minus(failure.silence());
        Duration asked = failure.askedToWait().orElse(own.isNegative() ? Duration.ZERO : own);
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
