package dev.jrelease.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ParallelTest {

    @Test
    void resultsComeInTheOrderOfTheTasks() throws Exception {
        CountDownLatch lastFirst = new CountDownLatch(1);
        List<Callable<String>> tasks = List.of(
                () -> {
                    lastFirst.await();
                    return "one";
                },
                () -> {
                    lastFirst.countDown();
                    return "two";
                });

        assertThat(Parallel.run(2, tasks)).containsExactly("one", "two");
    }

    /** The JVM would wait for what polls the sockets of virtual threads when it ends. */
    @Test
    void noneRunsOnAVirtualThread() throws Exception {
        List<Callable<Boolean>> tasks = List.of(
                () -> Thread.currentThread().isVirtual(),
                () -> Thread.currentThread().isVirtual());

        assertThat(Parallel.run(2, tasks)).containsExactly(false, false);
    }

    @Test
    void withALimitOfOneTheyAreDoneOneAfterTheOther() throws Exception {
        List<Integer> done = new ArrayList<>();
        List<Callable<Boolean>> tasks = IntStream.range(0, 50)
                .<Callable<Boolean>>mapToObj(i -> () -> done.add(i))
                .toList();
        Parallel.run(1, tasks);

        assertThat(done).hasSize(50).isSorted();
    }

    @Test
    void neverMoreThanTheLimitRunAtOnce() throws Exception {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        List<Callable<Integer>> tasks = IntStream.range(0, 50)
                .<Callable<Integer>>mapToObj(i -> () -> {
                    most.accumulateAndGet(running.incrementAndGet(), Math::max);
                    Thread.onSpinWait();
                    return running.decrementAndGet();
                })
                .toList();
        Parallel.run(3, tasks);

        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void theFirstFailureInterruptsTheOthersAndIsThrown() {
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        List<Callable<String>> tasks = List.of(
                () -> {
                    try {
                        waiting.countDown();
                        new CountDownLatch(1).await();
                    } catch (InterruptedException stop) {
                        interrupted.countDown();
                        throw stop;
                    }
                    return "never";
                },
                () -> {
                    waiting.await();
                    throw new IllegalStateException("first");
                });

        assertThatIllegalStateException()
                .isThrownBy(() -> Parallel.run(2, tasks))
                .withMessage("first");
        assertThat(interrupted.getCount()).isZero();
    }
}
