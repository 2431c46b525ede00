package dev.jrelease.registry;

import java.util.concurrent.atomic.AtomicLong;

/** How many bytes one request may carry to a registry, as far as refusals have shown. */
final class BodyLimit {
    private static final long CHUNK = 32L << 20;
    private static final long SMALLEST = 64L << 10;

    private final AtomicLong largest = new AtomicLong(Long.MAX_VALUE);

    boolean allows(long bytes) {
        return bytes <= largest.get();
    }

    /** Learns that a body was too large. False if a smaller one makes no sense. */
    boolean refused(long bytes) {
        largest.accumulateAndGet(Math.max(SMALLEST, Math.min(CHUNK, bytes / 2)), Math::min);
        return bytes > SMALLEST;
    }

    /** How much to send at once of what does not go in one request. */
    long chunk(long smallest) {
        return Math.max(Math.min(CHUNK, largest.get()), smallest);
    }
}
