package dev.jrelease.concurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerTest {

    @Test
    void returnsTheResult() throws InterruptedException {
        assertThat(Worker.interruptibly("work", () -> "done", () -> {})).isEqualTo("done");
        assertThat(Worker.uninterruptibly("work", () -> "done")).isEqualTo("done");
    }

    @Test
    void throwsWhatTheWorkThrows() {
        assertThatThrownBy(() -> Worker.uninterruptibly("work", () -> {
                    throw new IllegalArgumentException("words");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("words");
    }

    @Test
    void stopsTheWorkWhenInterruptedAndWaitsForItsEnd() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        FutureTask<Boolean> caller = new FutureTask<>(() -> {
            try {
                Worker.interruptibly("work", () -> blocked(begun, stopped, ended), stopped::countDown);
                return false;
            } catch (InterruptedException interrupted) {
                return ended.getCount() == 0;
            }
        });
        Thread thread = Thread.ofPlatform().start(caller);
        begun.await();

        thread.interrupt();

        assertThat(caller.get()).isTrue();
    }

    private static String blocked(CountDownLatch begun, CountDownLatch stopped, CountDownLatch ended) {
        begun.countDown();
        while (stopped.getCount() > 0) {
            Thread.onSpinWait();
        }
        ended.countDown();
        throw new IllegalStateException("stopped");
    }

    @Test
    void keepsAResultThatWasThereDespiteTheInterrupt() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        FutureTask<String> caller = new FutureTask<>(() -> {
            String result = Worker.interruptibly(
                    "work",
                    () -> {
                        begun.countDown();
                        while (stopped.getCount() > 0) {
                            Thread.onSpinWait();
                        }
                        return "done";
                    },
                    stopped::countDown);
            return result + Thread.interrupted();
        });
        Thread thread = Thread.ofPlatform().start(caller);
        begun.await();

        thread.interrupt();

        assertThat(caller.get()).isEqualTo("donetrue");
    }

    @Test
    void finishesShortWorkInAnInterruptedThread() {
        Thread.currentThread().interrupt();

        assertThat(Worker.uninterruptibly("work", () -> Thread.currentThread().isInterrupted()))
                .isFalse();
        assertThat(Thread.interrupted()).isTrue();
    }
}
