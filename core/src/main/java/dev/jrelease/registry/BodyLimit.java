package dev.jrelease.registry;

import java.util.concurrent.atomic.AtomicLong;

/** The largest body of one request, learned from refusals. */
final class BodyLimit {
    private static final long CHUNK = 32L << 20;
    private static final long SMALLEST = 64L << 10;

    private final AtomicLong largest = new AtomicLong(Long.MAX_VALUE);

    boolean allows(long bytes) {
        return bytes <= largest.get();
    }

    /** Records that a body was too large; false if a smaller one is not useful. */
    boolean refused(long bytes) {
        largest.accumulateAndGet(Math.max(SMALLEST, Math.min(CHUNK, bytes / 2)), Math::min);
        return bytes > SMALLEST;
    }

    /** The size of a chunk in bytes. */
    long chunk(long smallest) {
        return Math.max(Math.min(CHUNK, largest.get()), smallest);
    }
}
