package dev.jrelease.publish;

import dev.jrelease.concurrent.Backoff;
import dev.jrelease.concurrent.Pause;
import dev.jrelease.failure.ReleaseException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * The wait times for a registry that shows content some time after it was written, and for other releases that write to
 * the same tags.
 *
 * @param lag the waits until what was written is seen
 * @param watch how long a floating tag is watched at least after it was moved
 * @param longestWatch how long it is watched at most
 */
public record WaitTimes(Backoff lag, Duration watch, Duration longestWatch, Pause pause) {
    /** About a quarter of a minute for a registry that lags. */
    public static final WaitTimes STANDARD = new WaitTimes(
            new Backoff(8, Duration.ofMillis(250), Duration.ofSeconds(4)),
            Duration.ofMillis(200),
            Duration.ofSeconds(3),
            Pause.SLEEP);

    private static final int TIMES = 8;

    /** The same with another way of waiting. */
    public WaitTimes with(Pause other) {
        return new WaitTimes(lag, watch, longestWatch, other);
    }

    /** Checks repeatedly whether something is seen, until it is or the attempts are used up. */
    boolean isSeen(BooleanSupplier seen) {
        for (int attempt = 1; attempt < lag.attempts(); attempt++) {
            if (seen.getAsBoolean()) {
                return true;
            }
            pause(lag.randomised(attempt));
        }
        return seen.getAsBoolean();
    }

    /**
     * Waits until another release that looked at a tag before this one wrote it must have written it, too.
     *
     * @param own how long this release took from looking to having written
     */
    void watch(Duration own) {
        Duration several = own.multipliedBy(TIMES);
        Duration atLeast = several.compareTo(watch) < 0 ? watch : several;
        pause(atLeast.compareTo(longestWatch) > 0 ? longestWatch : atLeast);
    }

    private void pause(Duration time) {
        try {
            pause.of(time);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw ReleaseException.interrupted("finish publishing").cause(stop).build();
        }
    }
}
