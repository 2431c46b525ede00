package dev.jrelease.report;

import java.time.Duration;

/** Passes the events of one release to its listener, with the elapsed time. */
public final class ReleaseEvents {
    private final ReleaseListener listener;
    private final long start = System.nanoTime();

    /** The release begins now. */
    public ReleaseEvents(ReleaseListener listener) {
        this.listener = listener;
    }

    /** Several threads may call this at once: the listener gets one event after the other. */
    public synchronized void add(ReleaseEvent event) {
        listener.on(event, Duration.ofNanos(System.nanoTime() - start));
    }
}
