package dev.jrelease.concurrent;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes things side by side and hands them on one by one, in the order in which they were asked for. One thread asks;
 * it waits while too many are under way, so memory stays bounded.
 */
public final class OrderedParallel<T> implements AutoCloseable {
    private final Executor workers;
    private final Semaphore ahead;
    private final Consumer<? super T> receiver;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private volatile boolean stopped;

    /**
     * @param ahead permits, one for each that is under way, from being asked for to having been handed on; several may
     *     share them, so that all together are bounded
     * @param receiver is called by one worker at a time
     */
    public OrderedParallel(Executor workers, Semaphore ahead, Consumer<? super T> receiver) {
        this.workers = workers;
        this.ahead = ahead;
        this.receiver = receiver;
    }

    /** Asks for the next one. Fails with what making or receiving an earlier one failed with. */
    public void submit(Supplier<? extends T> making) throws InterruptedException {
        if (last.isCompletedExceptionally()) {
            finish();
        }
        ahead.acquire();
        CompletableFuture<T> made = CompletableFuture.supplyAsync(unlessStopped(making), workers);
        last = last.thenAcceptBothAsync(made, (before, result) -> receive(result), workers)
                .whenComplete((done, failure) -> ahead.release());
    }

    private Supplier<T> unlessStopped(Supplier<? extends T> making) {
        return () -> {
            if (stopped) {
                throw new CancellationException();
            }
            return making.get();
        };
    }

    private void receive(T result) {
        if (!stopped) {
            receiver.accept(result);
        }
    }

    /** Waits until everything has been handed on. */
    public void finish() throws InterruptedException {
        try {
            last.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case RuntimeException exception -> throw exception;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }

    /** Gives up what has not begun and waits for what has. Nothing is handed on any more. After {@link #finish} there is nothing left to do. */
    @Override
    public void close() {
        stopped = true;
        try {
            last.join();
        } catch (CompletionException | CancellationException saidBefore) {
            // finish has thrown it, or the caller is on its way out with the reason why it gave up.
        }
    }
}
