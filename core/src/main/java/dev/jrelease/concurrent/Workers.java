package dev.jrelease.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A few threads for work that keeps a processor busy. They start when there is work, and never keep the JVM alive. */
public final class Workers implements Executor, AutoCloseable {
    private final int count;
    private final ExecutorService threads;

    public Workers(int count) {
        this.count = count;
        this.threads = Executors.newFixedThreadPool(
                count, Thread.ofPlatform().daemon().name("worker-", 1).factory());
    }

    /** As many threads as there are processors. */
    public static Workers perProcessor() {
        return new Workers(Runtime.getRuntime().availableProcessors());
    }

    public int count() {
        return count;
    }

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Waits for the work that was begun. */
    @Override
    public void close() {
        threads.close();
    }
}
