package dev.jrelease.concurrent;

import java.time.Duration;

/** Waits for a while; a test gives one that does not. */
@FunctionalInterface
public interface Pause {
    Pause SLEEP = Thread::sleep;

    void of(Duration time) throws InterruptedException;
}
