package dev.jrelease.concurrent;

/** Lets a clean-up finish on a thread that was asked to stop; the request is passed on afterwards. */
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
