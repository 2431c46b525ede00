package dev.jrelease.concurrent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads a document into memory, with a limit for the time that all of its content may take. */
public record TimedRead(Duration atMost) {
    /** For documents of a few megabytes. */
    public static final TimedRead STANDARD = new TimedRead(Duration.ofSeconds(30));

    private static final int CHUNK = 16 * 1024;

    /**
     * Reads to the end, but at most {@code limit} bytes. The stream itself limits the time of a single read.
     *
     * @throws TooSlowException if neither the end nor the limit is reached in time
     */
    public byte[] bytes(InputStream from, int limit) throws IOException {
        long begin = System.nanoTime();
        ByteArrayOutputStream read = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        while (read.size() < limit) {
            int count = from.read(chunk, 0, Math.min(chunk.length, limit - read.size()));
            if (count < 0) {
                break;
            }
            read.write(chunk, 0, count);
            if (System.nanoTime() - begin > atMost.toNanos()) {
                throw new TooSlowException(atMost);
            }
        }
        return read.toByteArray();
    }
}
