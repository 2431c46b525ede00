package dev.jrelease.registry;

import dev.jrelease.concurrent.Pause;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How fast requests go to one host. Where it has to be waited for, all of them wait; where it limits them, half as many
 * are sent at once from then on, and then slowly more again.
 */
final class Pace {
    /** More than a run sends at once. */
    private static final int MOST = 64;

    /** The threads with a request under way, at any host. */
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

    /** One request's place among those that are sent at once. */
    final class Turn implements AutoCloseable {
        private final boolean nested;
        private final int begunIn;

        private Turn(boolean nested, int begunIn) {
            this.nested = nested;
            this.begunIn = begunIn;
        }

        /** The host limits requests. Those that were on their way when it said so before say it once more. */
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

        /** One more at once, when as many as are sent at once went well. */
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
     * Waits until a request may be sent. One that is sent while its thread sends another, as when a blob is copied,
     * takes no second place: all could wait for each other.
     */
    Turn turn() throws InterruptedException {
        boolean nested = !SENDING.add(Thread.currentThread());
        if (nested) {
            awaitRest();
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
            awaitRest();
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

    private void awaitRest() throws InterruptedException {
        for (long left = left(); left > 0; left = left()) {
            pause.of(Duration.ofNanos(left));
        }
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

    /** Lets no request out for so long; one that waits longer already goes on doing so. */
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

    /** Lets one request wait. */
    void pause(Duration time) throws InterruptedException {
        pause.of(time);
    }

    /** How many requests are sent at once now. */
    int places() {
        lock.lock();
        try {
            return (int) places;
        } finally {
            lock.unlock();
        }
    }
}
