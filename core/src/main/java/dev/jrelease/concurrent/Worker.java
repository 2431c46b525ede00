package dev.jrelease.concurrent;

import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;

/**
 * Runs blocking work on a separate thread while the caller waits, so that an interrupt has the same effect on all kinds
 * of blocking calls: some ignore it, some close their socket.
 */
public final class Worker {
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration FOREVER = Duration.ZERO;
    private static final Duration BETWEEN_STOPS = Duration.ofMillis(250);

    private Worker() {}

    /**
     * Runs the work and returns its result. If the caller is interrupted, {@code stop} is called until the work has
     * ended. If the work still has a result, it is returned and the caller stays interrupted.
     *
     * @throws InterruptedException if the caller is interrupted; the work has ended then, or did not end within ten
     *     seconds
     */
    public static <T> T interruptibly(String name, Callable<T> work, Runnable stop) throws InterruptedException {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().name(name).daemon().start(task);
        try {
            return result(task);
        } catch (InterruptedException interrupted) {
            if (thread.isAlive()) {
                stop(thread, stop);
            }
            if (task.state() == Future.State.SUCCESS) {
                Thread.currentThread().interrupt();
                return task.resultNow();
            }
            throw interrupted;
        }
    }

    /** Runs short work to its end, even if the caller is or becomes interrupted. The interrupt is kept. */
    public static <T> T uninterruptibly(String name, Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Thread thread = Thread.ofPlatform().name(name).daemon().start(task);
        boolean ended = !Thread.currentThread().isInterrupted() && join(thread, FOREVER);
        if (!ended && !join(thread, GRACE)) {
            Thread.currentThread().interrupt();
            throw ReleaseException.couldNot(FailureKind.INTERRUPTED, "wait for " + name)
                    .because("it takes too long after the run was asked to stop")
                    .build();
        }
        return ended(task);
    }

    private static void stop(Thread thread, Runnable stop) {
        long deadline = System.nanoTime() + GRACE.toNanos();
        boolean again = false;
        do {
            stop.run();
            thread.interrupt();
            again |= Thread.interrupted();
        } while (!join(thread, BETWEEN_STOPS) && System.nanoTime() < deadline);
        if (again) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether the thread has ended; not, if the time is over or this thread was interrupted while waiting. */
    private static boolean join(Thread thread, Duration atMost) {
        boolean interrupted = Thread.interrupted();
        try {
            thread.join(atMost.toMillis());
        } catch (InterruptedException whileWaiting) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    private static <T> T ended(FutureTask<T> task) {
        boolean interrupted = Thread.interrupted();
        try {
            return result(task);
        } catch (InterruptedException impossible) {
            throw new IllegalStateException(impossible);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static <T> T result(FutureTask<T> task) throws InterruptedException {
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw Parallel.unwrap(failed.getCause());
        }
    }
}
