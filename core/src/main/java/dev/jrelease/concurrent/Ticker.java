package dev.jrelease.concurrent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Does something again and again on a thread of its own, until it is closed. */
public final class Ticker implements AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private Ticker(Duration pause, Runnable work) {
        this.thread = Thread.ofPlatform().daemon().name("ticker").start(() -> tick(pause, work));
    }

    /** Begins after the first pause. */
    public static Ticker every(Duration pause, Runnable work) {
        return new Ticker(pause, work);
    }

    private void tick(Duration pause, Runnable work) {
        try {
            while (!closed.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                work.run();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits until the work is not being done any more, also in an interrupted thread. */
    @Override
    public void close() {
        closed.countDown();
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
