package dev.jrelease.concurrent;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A value that is computed when it is first used. Safe for several threads. */
public final class Lazy<T> implements Supplier<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Supplier<T> maker;
    private volatile @Nullable T made;

    public Lazy(Supplier<T> maker) {
        this.maker = maker;
    }

    @Override
    public T get() {
        T known = made;
        if (known != null) {
            return known;
        }
        lock.lock();
        try {
            T fresh = made == null ? maker.get() : made;
            made = fresh;
            return fresh;
        } finally {
            lock.unlock();
        }
    }

    /** Whether the value was computed. */
    public boolean used() {
        return made != null;
    }
}
