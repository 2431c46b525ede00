package dev.jrelease.concurrent;

/** Runs a clean-up on a thread that was interrupted, and restores the interrupt afterwards. */
public final class Uninterrupted {
    private Uninterrupted() {}

    public static void run(Runnable cleanUp) {
        boolean asked = Thread.interrupted();
        try {
            cleanUp.run();
        } finally {
            if (asked) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
