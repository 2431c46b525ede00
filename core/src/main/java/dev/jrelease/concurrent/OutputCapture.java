package dev.jrelease.concurrent;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** Reads a stream in the background up to a limit, and keeps what was read even if the stream does not end. */
public final class OutputCapture {
    private static final int CHUNK = 8 * 1024;

    private final InputStream from;
    private final int limit;
    private final Runnable tooMuch;
    private final ByteArrayOutputStream read = new ByteArrayOutputStream();
    private final Thread thread;
    private volatile boolean overflowed;

    private OutputCapture(String name, InputStream from, int limit, Runnable tooMuch) {
        this.from = from;
        this.limit = limit;
        this.tooMuch = tooMuch;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::copy);
    }

    /**
     * Starts to read.
     *
     * @param tooMuch is called once if the stream exceeds the limit; reading stops then
     */
    public static OutputCapture start(String name, InputStream from, int limit, Runnable tooMuch) {
        OutputCapture capture = new OutputCapture(name, from, limit, tooMuch);
        capture.thread.start();
        return capture;
    }

    private void copy() {
        byte[] chunk = new byte[CHUNK];
        try {
            for (int count = from.read(chunk); count >= 0; count = from.read(chunk)) {
                if (read.size() + count > limit) {
                    overflowed = true;
                    tooMuch.run();
                    return;
                }
                read.write(chunk, 0, count);
            }
        } catch (IOException closed) {
            // what came before counts
        }
    }

    /** The bytes read so far, after waiting at most this long for the end of the stream. */
    public byte[] bytes(Duration atMost) throws InterruptedException {
        thread.join(atMost);
        return read.toByteArray();
    }

    /** Whether the stream exceeded the limit. */
    public boolean overflowed() {
        return overflowed;
    }
}
