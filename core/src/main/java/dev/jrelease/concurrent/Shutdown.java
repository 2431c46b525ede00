package dev.jrelease.concurrent;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C and SIGTERM into an interrupt, and keeps the process alive until the interrupted work has cleaned up. */
public final class Shutdown implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final CountDownLatch finished = new CountDownLatch(1);
    private volatile int exitCode;

    private Shutdown(int exitCode) {
        this.exitCode = exitCode;
    }

    /**
     * Interrupts this thread on Ctrl-C or SIGTERM, until {@link #close}.
     *
     * @param exitCode of the process if the thread does not finish in time
     */
    public static Shutdown interruptsThisThread(int exitCode) {
        Shutdown shutdown = new Shutdown(exitCode);
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> shutdown.stop(worker), "shutdown"));
        return shutdown;
    }

    /** Reports that the work has ended, with the exit code of the process. */
    public void finish(int code) {
        exitCode = code;
        close();
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
        // The JVM's own code would be that of the signal.
        Runtime.getRuntime().halt(exitCode);
    }

    @Override
    public void close() {
        finished.countDown();
    }
}
