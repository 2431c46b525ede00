package dev.jrelease.concurrent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C and SIGTERM into an interrupt, and keeps the process alive until the interrupted work has cleaned up. */
public final class Shutdown implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final CountDownLatch finished = new CountDownLatch(1);

    private Shutdown() {}

    /** From now on this thread is interrupted when the process is asked to end, until {@link #close}. */
    public static Shutdown interruptsThisThread() {
        Shutdown shutdown = new Shutdown();
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutdown.stop(worker), "shutdown"));
        return shutdown;
    }

    private void stop(Thread worker) {
        if (finished.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException twice) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        finished.countDown();
    }
}
