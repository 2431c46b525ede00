package dev.jrelease.concurrent;

import java.time.Duration;
import java.util.Optional;

/** Interrupts a thread that takes too long. */
public final class TimeLimit implements AutoCloseable {
    private final Optional<Thread> watch;
    private volatile boolean passed;

    private TimeLimit(Optional<Duration> limit) {
        Thread worker = Thread.currentThread();
        this.watch = limit.map(time -> Thread.ofVirtual().start(() -> watch(worker, time)));
    }

    /** Interrupts this thread after the limit unless it is closed before. Without a limit it does nothing. */
    public static TimeLimit of(Optional<Duration> limit) {
        return new TimeLimit(limit);
    }

    private void watch(Thread worker, Duration limit) {
        try {
            Thread.sleep(limit);
            passed = true;
            worker.interrupt();
        } catch (InterruptedException inTime) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it was this limit that interrupted the thread. */
    public boolean passed() {
        return passed;
    }

    @Override
    public void close() {
        watch.ifPresent(Thread::interrupt);
    }
}
