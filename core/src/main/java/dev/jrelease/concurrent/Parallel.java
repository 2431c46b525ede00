package dev.jrelease.concurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Does several things side by side, up to a limit. */
public final class Parallel {
    private Parallel() {}

    /**
     * Runs all tasks, at most {@code limit} at a time, and returns their results in the order of the tasks. At the
     * first failure the others are interrupted and waited for; then that failure is thrown.
     *
     * @throws InterruptedException if this thread is interrupted; the tasks have ended when it is thrown
     */
    public static <T> List<T> run(int limit, List<? extends Callable<T>> tasks) throws InterruptedException {
        Semaphore places = new Semaphore(Math.max(1, limit));
        List<Future<T>> futures = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var completed = new ExecutorCompletionService<T>(executor);
            for (Callable<T> task : tasks) {
                futures.add(completed.submit(() -> inTurn(places, task)));
            }
            try {
                awaitAll(completed, futures.size());
            } catch (InterruptedException | RuntimeException | Error stop) {
                executor.shutdownNow();
                throw stop;
            }
        }
        return futures.stream().map(Future::resultNow).toList();
    }

    private static <T> T inTurn(Semaphore places, Callable<T> task) throws Exception {
        places.acquire();
        try {
            return task.call();
        } finally {
            places.release();
        }
    }

    private static <T> void awaitAll(ExecutorCompletionService<T> completed, int count) throws InterruptedException {
        for (int i = 0; i < count; i++) {
            try {
                completed.take().get();
            } catch (ExecutionException failed) {
                throw unwrap(failed.getCause());
            }
        }
    }

    static RuntimeException unwrap(@Nullable Throwable cause) throws InterruptedException {
        return switch (cause) {
            case RuntimeException exception -> exception;
            case Error error -> throw error;
            case InterruptedException interrupted -> throw interrupted;
            case null, default -> new IllegalStateException(cause);
        };
    }
}
