package dev.jrelease.concurrent;

import java.time.Duration;

/**
 * Something failed and is tried again.
 *
 * @param problem what happened
 * @param attempt the number of the attempt that follows
 * @param attempts how many there are at most
 * @param pause the time until then
 */
public record Retry(String problem, int attempt, int attempts, Duration pause) {
    /** A pause whose length is worth mentioning. */
    private static final Duration LONG = Duration.ofSeconds(20);

    /** In one line, for people. */
    public String text() {
        String when = pause.compareTo(LONG) < 0 ? "" : " in " + pause.toSeconds() + " s";
        return problem + ", trying again" + when + " (" + attempt + " of " + attempts + ")";
    }
}
