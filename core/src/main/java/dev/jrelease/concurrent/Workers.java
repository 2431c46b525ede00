package dev.jrelease.concurrent;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Threads for work that uses the processor. They start with the first task and do not keep the JVM alive. */
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

    /** Waits for the tasks that have begun. */
    @Override
    public void close() {
        threads.close();
    }
}
