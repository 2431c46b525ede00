package dev.jrelease.concurrent;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The waits between attempts: each is twice as long as the one before, up to a limit, plus up to a quarter at random so
 * that several runs do not retry at the same moment.
 *
 * @param attempts the number of attempts in all
 */
public record Backoff(int attempts, Duration first, Duration longest) {
    /** Five attempts, with pauses of about 15 seconds in all. */
    public static final Backoff STANDARD = new Backoff(5, Duration.ofSeconds(1), Duration.ofSeconds(10));

    private static final int MOST_DOUBLINGS = 20;

    /** The wait after the given attempt, counted from 1, with the random part. */
    public Duration randomised(int attempt) {
        long delay = delay(attempt).toMillis();
        long more = ThreadLocalRandom.current().nextLong(delay / 4 + 1);
        return Duration.ofMillis(Math.min(delay + more, longest.toMillis()));
    }

    /** The wait after the given attempt, counted from 1, without the random part. */
    public Duration delay(int attempt) {
        int doublings = Math.min(attempt - 1, MOST_DOUBLINGS);
        boolean isLongest = first.toMillis() > longest.toMillis() >> doublings;
        return isLongest ? longest : Duration.ofMillis(first.toMillis() << doublings);
    }
}
