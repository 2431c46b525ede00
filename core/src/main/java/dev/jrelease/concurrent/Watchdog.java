package dev.jrelease.concurrent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Ends calls that have no time-out of their own when they take too long, one call after the other. */
public final class Watchdog implements AutoCloseable {
    private static final long IDLE = Long.MAX_VALUE;

    private final long limitNanos;
    private final Runnable end;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final long origin = System.nanoTime();
    private volatile long callBegan = IDLE;
    private volatile boolean hasExpired;

    private Watchdog(Duration limit, Runnable end) {
        this.limitNanos = limit.toNanos();
        this.end = end;
    }

    /** Runs {@code end}, once, when a call has taken longer than the limit. */
    public static Watchdog start(Duration limit, Runnable end) {
        Watchdog watchdog = new Watchdog(limit, end);
        Thread.ofVirtual().start(watchdog::watch);
        return watchdog;
    }

    /** A call begins. */
    public void begin() {
        callBegan = elapsed();
    }

    /** The call is over. */
    public void end() {
        callBegan = IDLE;
    }

    /** Whether a call took too long. */
    public boolean hasExpired() {
        return hasExpired;
    }

    private void watch() {
        try {
            while (!closed.await(left(), TimeUnit.NANOSECONDS)) {
                if (left() <= 0) {
                    hasExpired = true;
                    end.run();
                    return;
                }
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private long left() {
        long began = callBegan;
        return began == IDLE ? limitNanos : began + limitNanos - elapsed();
    }

    private long elapsed() {
        return System.nanoTime() - origin;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
