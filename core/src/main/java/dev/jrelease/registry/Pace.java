package dev.jrelease.registry;

import dev.jrelease.concurrent.Pause;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The rate of requests to one host. After a failure of the host, all requests wait; after a rate limit, the number of
 * parallel requests is halved, and then grows slowly.
 */
final class Pace {
    /** The maximum number of parallel requests. */
    private static final int MOST = 64;

    /** The threads with a request in progress, to any host. */
    private static final Set<Thread> SENDING = ConcurrentHashMap.newKeySet();

    private final Pause pause;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition placeFree = lock.newCondition();
    private double places = MOST;
    private int taken;
    private int round;
    private long restsUntil;

    Pace(Pause pause) {
        this.pause = pause;
        this.restsUntil = pause.nanoTime();
    }

    /** The permit of one request. */
    final class Turn implements AutoCloseable {
        private final boolean nested;
        private final int begunIn;

        private Turn(boolean nested, int begunIn) {
            this.nested = nested;
            this.begunIn = begunIn;
        }

        /** The host limits requests. Repeated reports of requests that were already sent count once. */
        void limited() {
            lock.lock();
            try {
                if (begunIn == round) {
                    places = Math.max(1, Math.min(places, taken) / 2);
                    round++;
                }
            } finally {
                lock.unlock();
            }
        }

        /** Adds one parallel request after a full round of successes. */
        void succeeded() {
            lock.lock();
            try {
                places = Math.min(MOST, places + 1 / places);
                placeFree.signal();
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void close() {
            if (!nested) {
                leave();
            }
        }
    }

    /**
     * Waits until a request may be sent. A request inside of another one of the same thread, as when a blob is copied,
     * needs no second permit; otherwise all could wait for each other.
     */
    Turn turn() throws InterruptedException {
        boolean nested = !SENDING.add(Thread.currentThread());
        if (nested) {
            boolean _ = awaitRest();
            return new Turn(true, -1);
        }
        try {
            return new Turn(false, take());
        } catch (InterruptedException stop) {
            SENDING.remove(Thread.currentThread());
            throw stop;
        }
    }

    private int take() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            while (taken >= (int) places) {
                placeFree.await();
            }
            taken++;
        } finally {
            lock.unlock();
        }
        try {
            boolean _ = awaitRest();
        } catch (InterruptedException stop) {
            free();
            throw stop;
        }
        return round();
    }

    private int round() {
        lock.lock();
        try {
            return round;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until requests may be sent; false if they may already. */
    boolean awaitRest() throws InterruptedException {
        boolean waited = false;
        for (long left = left(); left > 0; left = left()) {
            pause.of(Duration.ofNanos(left));
            waited = true;
        }
        return waited;
    }

    private long left() {
        lock.lock();
        try {
            return restsUntil - pause.nanoTime();
        } finally {
            lock.unlock();
        }
    }

    private void leave() {
        SENDING.remove(Thread.currentThread());
        free();
    }

    private void free() {
        lock.lock();
        try {
            taken--;
            placeFree.signal();
        } finally {
            lock.unlock();
        }
    }

    /** Sends no request for this time, unless a longer wait is in progress. */
    void rest(Duration time) {
        lock.lock();
        try {
            long until = pause.nanoTime() + time.toNanos();
            restsUntil = until - restsUntil > 0 ? until : restsUntil;
        } finally {
            lock.unlock();
        }
    }

    Pause clock() {
        return pause;
    }

    /** Delays one request. */
    void pause(Duration time) throws InterruptedException {
        pause.of(time);
    }

    /** The current number of parallel requests. */
    int places() {
        lock.lock();
        try {
            return (int) places;
        } finally {
            lock.unlock();
        }
    }
}
