package dev.jrelease.concurrent;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Threads for a library that requires an executor. {@link #close} interrupts them and waits until they end; tasks that
 * are submitted later are not run.
 */
public final class ServiceThreads implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();
    private final ExecutorService executor;
    private final ScheduledExecutorService scheduler;

    public ServiceThreads(String name) {
        ThreadFactory daemons = Thread.ofPlatform().daemon().name(name + "-", 0).factory();
        ThreadFactory factory = work -> {
            Thread thread = daemons.newThread(work);
            threads.add(thread);
            return thread;
        };
        var late = new ThreadPoolExecutor.DiscardPolicy();
        this.executor = new ThreadPoolExecutor(
                0, Integer.MAX_VALUE, 1, TimeUnit.SECONDS, new SynchronousQueue<>(), factory, late);
        this.scheduler = new ScheduledThreadPoolExecutor(1, factory, late);
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
        boolean interrupted = Thread.interrupted();
        for (Thread thread : threads) {
            try {
                thread.join(GRACE);
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
