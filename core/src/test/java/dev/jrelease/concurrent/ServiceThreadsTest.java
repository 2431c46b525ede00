package dev.jrelease.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ServiceThreadsTest {

    @Test
    void waitsForItsThreadsToEnd() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Queue<Thread> started = new ConcurrentLinkedQueue<>();
        try (ServiceThreads threads = new ServiceThreads("service")) {
            threads.executor().execute(() -> {
                started.add(Thread.currentThread());
                begun.countDown();
                while (!Thread.currentThread().isInterrupted()) {
                    Thread.onSpinWait();
                }
            });
            begun.await();
        }

        assertThat(started).hasSize(1).noneMatch(Thread::isAlive);
    }

    @Test
    void doesNothingThatComesTooLate() {
        ServiceThreads threads = new ServiceThreads("service");
        AtomicReference<String> done = new AtomicReference<>("nothing");
        threads.close();

        threads.executor().execute(() -> done.set("something"));
        threads.scheduler().execute(() -> done.set("something"));

        assertThat(done).hasValue("nothing");
    }

    @Test
    void closesInAnInterruptedThread() {
        ServiceThreads threads = new ServiceThreads("service");
        threads.executor().execute(() -> {});
        Thread.currentThread().interrupt();

        threads.close();

        assertThat(Thread.interrupted()).isTrue();
    }
}
