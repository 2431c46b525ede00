package dev.jrelease.concurrent;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long to wait before trying again: twice as long each time up to a longest wait, and up to a quarter more at
 * random, so that several runs do not try in step.
 *
 * @param attempts how often to try in all
 */
public record Backoff(int attempts, Duration first, Duration longest) {

    /** Waits before the attempt that follows the given one, counted from 1. */
    public void pause(int attempt) throws InterruptedException {
        Pause.SLEEP.of(randomised(attempt));
    }

    /** The wait after the given attempt, counted from 1, with the random part. */
    public Duration randomised(int attempt) {
        Duration delay = delay(attempt);
        return delay.plusMillis(ThreadLocalRandom.current().nextLong(delay.toMillis() / 4 + 1));
    }

    /** The wait after the given attempt, counted from 1, without the random part. */
    public Duration delay(int attempt) {
        long doubled = first.toMillis() << Math.min(attempt - 1, 20);
        return Duration.ofMillis(Math.min(doubled, longest.toMillis()));
    }
}
