package dev.jrelease.concurrent;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;

/** Threads that a library wants to be given, as many as it asks for. Closing stops them and waits until they ended. */
public final class ServiceThreads implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ExecutorService executor;
    private final ScheduledExecutorService scheduler;

    public ServiceThreads(String name) {
        ThreadFactory threads = Thread.ofPlatform().daemon().name(name + "-", 0).factory();
        this.executor = Executors.newCachedThreadPool(threads);
        this.scheduler = Executors.newSingleThreadScheduledExecutor(threads);
    }

    public Executor executor() {
        return executor;
    }

    public ScheduledExecutorService scheduler() {
        return scheduler;
    }

    @Override
    public void close() {
        scheduler.shutdownNow();
        executor.shutdownNow();
        try {
            executor.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
            scheduler.awaitTermination(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException alreadyStopping) {
            Thread.currentThread().interrupt();
        }
    }
}
