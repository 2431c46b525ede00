package dev.jrelease.concurrent;

import java.time.Duration;

/** Waits for a time. Tests replace it so that no time passes. */
@FunctionalInterface
public interface Pause {
    Pause SLEEP = new Pause() {
        @Override
        public void of(Duration time) throws InterruptedException {
            Thread.sleep(time);
        }
    };

    void of(Duration time) throws InterruptedException;

    /** The clock that goes on while it waits, as {@link System#nanoTime} counts. */
    default long nanoTime() {
        return System.nanoTime();
    }
}
