package dev.jrelease.registry;

import dev.jrelease.concurrent.Pause;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Waits that are written down, and over at once. */
public final class SkippedTime implements Pause {
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final AtomicLong now = new AtomicLong();

    @Override
    public void of(Duration time) {
        pauses.add(time);
        now.addAndGet(time.toNanos());
    }

    @Override
    public long nanoTime() {
        return now.get();
    }

    List<Duration> pauses() {
        return pauses;
    }
}
