package dev.jrelease.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderedParallelTest {
    private final Workers workers = new Workers(4);
    private final List<Integer> received = Collections.synchronizedList(new ArrayList<>());

    @AfterEach
    void stopWorkers() {
        workers.close();
    }

    @Test
    void handsOnInTheOrderOfAsking() throws InterruptedException {
        CountDownLatch othersAreMade = new CountDownLatch(2);
        try (var inOrder = new OrderedParallel<Integer>(workers, new Semaphore(8), received::add)) {
            inOrder.submit(() -> {
                await(othersAreMade);
                return 0;
            });
            for (int i = 1; i < 100; i++) {
                int number = i;
                inOrder.submit(() -> {
                    othersAreMade.countDown();
                    return number;
                });
            }
            inOrder.finish();
        }
        assertThat(received)
                .containsExactlyElementsOf(IntStream.range(0, 100).boxed().toList());
    }

    @Test
    void makesNoMoreThanTheLimitAhead() throws InterruptedException {
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        try (var inOrder =
                new OrderedParallel<Integer>(workers, new Semaphore(3), number -> underWay.decrementAndGet())) {
            for (int i = 0; i < 200; i++) {
                inOrder.submit(() -> most.accumulateAndGet(underWay.incrementAndGet(), Math::max));
            }
            inOrder.finish();
        }
        assertThat(most.get()).isBetween(1, 3);
    }

    @Test
    void severalTogetherMakeNoMoreThanTheirCommonLimit() throws InterruptedException {
        Semaphore shared = new Semaphore(4);
        AtomicInteger underWay = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Parallel.run(
                6,
                IntStream.range(0, 6)
                        .<Callable<Boolean>>mapToObj(one -> () -> {
                            try (var inOrder = new OrderedParallel<Integer>(
                                    workers, shared, number -> underWay.decrementAndGet())) {
                                for (int i = 0; i < 100; i++) {
                                    inOrder.submit(() -> most.accumulateAndGet(underWay.incrementAndGet(), Math::max));
                                }
                                inOrder.finish();
                            }
                            return true;
                        })
                        .toList());
        assertThat(most.get()).isBetween(1, 4);
        assertThat(shared.availablePermits()).isEqualTo(4);
    }

    @Test
    void whatFailsLeavesItsPermitsToOthers() {
        Semaphore shared = new Semaphore(2);

        assertThatThrownBy(() -> {
                    try (var inOrder = new OrderedParallel<Integer>(workers, shared, number -> {
                        throw new IllegalStateException("full");
                    })) {
                        inOrder.submit(() -> 1);
                        inOrder.submit(() -> 2);
                        inOrder.finish();
                    }
                })
                .hasMessage("full");
        assertThat(shared.availablePermits()).isEqualTo(2);
    }

    @Test
    void failsWithWhatTheReceiverFailedWithAndReceivesNothingAfterIt() {
        IllegalStateException full = new IllegalStateException("full");
        assertThatThrownBy(() -> {
                    try (var inOrder = new OrderedParallel<Integer>(workers, new Semaphore(2), number -> {
                        received.add(number);
                        if (number == 5) {
                            throw full;
                        }
                    })) {
                        for (int i = 0; i < 1000; i++) {
                            int number = i;
                            inOrder.submit(() -> number);
                        }
                        inOrder.finish();
                    }
                })
                .isSameAs(full);
        assertThat(received).containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void failsWithWhatMakingFailedWith() {
        assertThatThrownBy(() -> {
                    try (var inOrder = new OrderedParallel<Integer>(workers, new Semaphore(2), received::add)) {
                        inOrder.submit(() -> {
                            throw new IllegalStateException("broken");
                        });
                        inOrder.finish();
                    }
                })
                .hasMessage("broken");
        assertThat(received).isEmpty();
    }

    @Test
    void stopsWhenInterruptedAndHandsNothingOnAfterwards() {
        Thread asking = Thread.currentThread();
        assertThatThrownBy(() -> {
                    try (var inOrder = new OrderedParallel<Integer>(workers, new Semaphore(4), received::add)) {
                        inOrder.submit(() -> {
                            untilWaiting(asking); // which it does in close
                            return 0;
                        });
                        inOrder.submit(() -> 1);
                        asking.interrupt();
                        inOrder.finish();
                    }
                })
                .isInstanceOf(InterruptedException.class);
        assertThat(received).isEmpty();
    }

    private static void untilWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
