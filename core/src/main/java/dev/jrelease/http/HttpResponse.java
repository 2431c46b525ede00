package dev.jrelease.http;

import dev.jrelease.concurrent.TimedRead;
import dev.jrelease.concurrent.Watchdog;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;

/** A response whose head has arrived and whose body is read as a stream. Must be closed. */
public final class HttpResponse implements AutoCloseable {
    /** Up to so many bytes, reading the rest of a body costs less than a new connection. */
    private static final int WORTH_DRAINING = 100_000;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int status;
    private final Headers headers;
    private final InputStream body;
    private final Closeable connection;
    private final Runnable abort;

    /**
     *
     * @param abort closes the connection, so that the rest of the body is not read
     */
    public HttpResponse(int status, Headers headers, InputStream body, Closeable connection, Runnable abort) {
        this.abort = abort;
        this.status = status;
        this.headers = headers;
        this.body = body;
        this.connection = connection;
    }

    public int status() {
        return status;
    }

    public Headers headers() {
        return headers;
    }

    /** The body as it was sent, not decompressed. Empty if there is none. */
    public InputStream body() {
        return body;
    }

    /** Reads a small document as the body, at most {@code limit} bytes and within the time limit for documents. */
    public byte[] bytes(int limit) throws IOException {
        return bytes(limit, TimedRead.STANDARD);
    }

    byte[] bytes(int limit, TimedRead time) throws IOException {
        return time.bytes(body, limit);
    }

    /** The beginning of a body for a message: what arrives within a few seconds, up to {@code limit} bytes. */
    public byte[] excerpt(int limit) {
        byte[] read = new byte[limit];
        int size = 0;
        try (Watchdog watchdog = Watchdog.start(PATIENCE, abort)) {
            watchdog.begin();
            for (int count = 0; count >= 0 && size < limit; count = body.read(read, size, limit - size)) {
                size += count;
            }
        } catch (IOException cutOff) {
            // the bytes so far are better than none
        }
        return Arrays.copyOf(read, size);
    }

    /**
     * Ends the exchange. A short rest of the body is read, so that the connection can be used again; otherwise it is
     * closed.
     */
    @Override
    public void close() {
        try (connection) {
            if (Thread.currentThread().isInterrupted() || !endsWithin(isLarge() ? 1 : WORTH_DRAINING)) {
                abort.run();
            }
        } catch (IOException alreadyClosed) {
            // The body was read.
        }
    }

    private boolean endsWithin(int bytes) throws IOException {
        try (Watchdog watchdog = Watchdog.start(PATIENCE, abort)) {
            watchdog.begin();
            return body.readNBytes(bytes).length < bytes;
        }
    }

    private boolean isLarge() {
        return headers.first("Content-Length").filter(size -> size.length() > 5).isPresent();
    }
}
