package dev.jrelease.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** An answer whose head has arrived and whose body is still on its way. Has to be closed. */
public final class HttpResponse implements AutoCloseable {
    /** Reading a body under so many bytes to its end costs less than a new connection. */
    private static final int WORTH_DRAINING = 100_000;

    private final int status;
    private final Headers headers;
    private final InputStream body;
    private final Closeable connection;

    public HttpResponse(int status, Headers headers, InputStream body, Closeable connection) {
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

    /** Reads what is left of the body, but no more than {@code limit} bytes. */
    public byte[] bytes(int limit) throws IOException {
        return body.readNBytes(limit);
    }

    /** Ends the exchange. What little is left of the body is read, so that the connection can be used again. */
    @Override
    public void close() {
        try (connection) {
            if (isWorthDraining()) {
                body.readNBytes(WORTH_DRAINING);
            }
        } catch (IOException nobodyReadsItAnyMore) {
            // Whoever wanted the body has it.
        }
    }

    private boolean isWorthDraining() {
        boolean isLarge = headers.first("Content-Length")
                .filter(size -> size.length() > 5)
                .isPresent();
        return !isLarge && !Thread.currentThread().isInterrupted();
    }
}
