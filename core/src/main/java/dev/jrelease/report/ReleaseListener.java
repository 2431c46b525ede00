package dev.jrelease.report;

import java.time.Duration;

/** Follows a release as it happens. Called for one event at a time, in the order of their times. */
@FunctionalInterface
public interface ReleaseListener {

    /**
     * Takes the next event.
     *
     * @param elapsed the time since the release began, by a clock that is never set
     */
    void on(ReleaseEvent event, Duration elapsed);

    /** Hands every event on to each of several listeners, in their order. */
    static ReleaseListener all(ReleaseListener... listeners) {
        return (event, elapsed) -> {
            for (ReleaseListener listener : listeners) {
                listener.on(event, elapsed);
            }
        };
    }
}
