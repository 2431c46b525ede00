package dev.jrelease.cli.progress;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The time of a release, also between two of its events. */
final class Stopwatch {
    private final LongSupplier nanos;
    private Duration last = Duration.ZERO;
    private long at;

    /** @param nanos as {@link System#nanoTime} */
    Stopwatch(LongSupplier nanos) {
        this.nanos = nanos;
        this.at = nanos.getAsLong();
    }

    /** An event has this time. */
    synchronized void set(Duration elapsed) {
        last = elapsed;
        at = nanos.getAsLong();
    }

    synchronized Duration now() {
        return last.plusNanos(nanos.getAsLong() - at);
    }
}
