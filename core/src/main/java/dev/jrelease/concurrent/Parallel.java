package dev.jrelease.concurrent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks in parallel, up to a limit. Not on virtual threads: after one of them has used a socket, the JVM needs 0.3 s
 * to end, because it waits for the thread that polls sockets.
 */
public final class Parallel {
    private static final ThreadFactory THREADS =
            Thread.ofPlatform().name("parallel-", 1).daemon().factory();

    private Parallel() {}

    /**
     * Runs all tasks, at most {@code limit} at a time, and returns their results in the order of the tasks, which is
     * also the order in which they begin: with a limit of one they are done one after the other. At the first failure
     * the others are interrupted and waited for; then that failure is thrown.
     *
     * @throws InterruptedException if this thread is interrupted; the tasks have ended when it is thrown
     */
    public static <T> List<T> run(int limit, List<? extends Callable<T>> tasks) throws InterruptedException {
        List<Future<T>> futures = new ArrayList<>();
        try (ExecutorService executor = Executors.newThreadPerTaskExecutor(THREADS)) {
            var running = new ExecutorCompletionService<T>(executor);
            try {
                for (Callable<T> task : tasks) {
                    if (futures.size() >= Math.max(1, limit)) {
                        awaitOne(running);
                    }
                    futures.add(running.submit(task));
                }
                for (int rest = Math.min(Math.max(1, limit), tasks.size()); rest > 0; rest--) {
                    awaitOne(running);
                }
            } catch (InterruptedException | RuntimeException | Error stop) {
                executor.shutdownNow();
                throw stop;
            }
        }
        return futures.stream().map(Future::resultNow).toList();
    }

    /** An action on one item. */
    @FunctionalInterface
    public interface Action<I> {
        void run(I item) throws InterruptedException;
    }

    /** A function of one item. */
    @FunctionalInterface
    public interface Function<I, T> {
        T apply(I item) throws InterruptedException;
    }

    /** Runs an action on each item, in parallel as {@link #run} does. */
    public static <I> void forEach(int limit, Collection<? extends I> items, Action<I> action)
            throws InterruptedException {
        List<Boolean> _ = map(limit, items, item -> {
            action.run(item);
            return true;
        });
    }

    /** Applies a function to each item, in parallel as {@link #run} does, and returns the results in the order of the items. */
    public static <I, T> List<T> map(int limit, Collection<? extends I> items, Function<I, T> function)
            throws InterruptedException {
        return run(
                limit,
                items.stream()
                        .<Callable<T>>map(item -> () -> function.apply(item))
                        .toList());
    }

    private static <T> void awaitOne(ExecutorCompletionService<T> running) throws InterruptedException {
        try {
            running.take().get();
        } catch (ExecutionException failed) {
            throw unwrap(failed.getCause());
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
