package dev.jrelease.testkit.registry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Keeps requests waiting until a test lets them go. */
public final class HeldRequest {
    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    HeldRequest() {}

    /** Waits until a request is held; false if none came in time. */
    public boolean awaitArrival(Duration atMost) throws InterruptedException {
        return arrived.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    public void release() {
        released.countDown();
    }

    void stop() throws InterruptedException {
        arrived.countDown();
        released.await();
    }
}
