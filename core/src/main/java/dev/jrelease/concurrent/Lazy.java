package dev.jrelease.concurrent;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Something costly that is made once, when it is first asked for. */
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

    /** Whether it was ever asked for. */
    public boolean used() {
        return made != null;
    }
}
