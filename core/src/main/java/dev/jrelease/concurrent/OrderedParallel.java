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
 * Computes values in parallel and passes them to a receiver in the order of submission. One thread submits; it waits
 * while too many values are in progress, so that memory is bounded.
 */
public final class OrderedParallel<T> implements AutoCloseable {
    private final Executor workers;
    private final Semaphore ahead;
    private final Consumer<? super T> receiver;
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);
    private volatile boolean stopped;

    /**
     *
     * @param ahead permits, one for each value from its submission until it was received; several instances may share
     *     them
     * @param receiver is called by one worker at a time
     */
    public OrderedParallel(Executor workers, Semaphore ahead, Consumer<? super T> receiver) {
        this.workers = workers;
        this.ahead = ahead;
        this.receiver = receiver;
    }

    /** Submits the next value. Throws the failure of an earlier value or of its receiver. */
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

    /** Waits until all values have been received. */
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

    /**
     * Cancels values that have not begun and waits for the others. No value is received after that. After {@link
     * #finish} it does nothing.
     */
    @Override
    public void close() {
        stopped = true;
        try {
            last.join();
        } catch (CompletionException | CancellationException saidBefore) {
            // finish has thrown it, or the caller is failing for another reason.
        }
    }
}
