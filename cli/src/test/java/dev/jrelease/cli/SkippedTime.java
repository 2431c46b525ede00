package dev.jrelease.cli;

import dev.jrelease.concurrent.Pause;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Waits are over at once; the clock goes on by them. */
final class SkippedTime implements Pause {
    private final AtomicLong skipped = new AtomicLong();

    @Override
    public void of(Duration time) {
        skipped.addAndGet(time.toNanos());
    }

    @Override
    public long nanoTime() {
        return System.nanoTime() + skipped.get();
    }
}
