package dev.jrelease.http;

import dev.jrelease.concurrent.Watchdog;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;
import org.jspecify.annotations.Nullable;

/** Sends a body as a stream, and ends the exchange if the server does not accept more of it. */
final class StreamedEntity extends AbstractHttpEntity {
    private static final String STALLED = "the server takes no more data";
    private static final int CHUNK = 64 * 1024;

    private final Body.Stream body;
    private final Duration stall;
    private final Runnable cancel;

    StreamedEntity(Body.Stream body, @Nullable String contentType, Duration stall, Runnable cancel) {
        super(contentType, null);
        this.body = body;
        this.stall = stall;
        this.cancel = cancel;
    }

    /** The time-out of a socket covers reading only. The watchdog covers writing. */
    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (InputStream in = open();
                Watchdog watchdog = Watchdog.start(stall, cancel)) {
            try {
                copy(in, out, watchdog);
            } catch (IOException problem) {
                throw watchdog.hasExpired() ? new SocketTimeoutException(STALLED) : problem;
            }
        }
    }

    /** Whether the server has stopped reading. */
    static boolean stalled(IOException problem) {
        return STALLED.equals(problem.getMessage());
    }

    private void copy(InputStream in, OutputStream out, Watchdog watchdog) throws IOException {
        byte[] buffer = new byte[CHUNK];
        long sent = 0;
        for (int read = read(in, buffer); read >= 0; read = read(in, buffer)) {
            sent += read;
            if (sent > body.length()) {
                throw unreadable("it is longer than the " + body.length() + " bytes it should have");
            }
            watchdog.begin();
            out.write(buffer, 0, read);
            watchdog.end();
        }
        if (sent < body.length()) {
            throw unreadable("it ended after " + sent + " of " + body.length() + " bytes");
        }
    }

    private InputStream open() throws UnreadableBodyException {
        try {
            return body.source().open();
        } catch (IOException problem) {
            throw new UnreadableBodyException(problem);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws UnreadableBodyException {
        try {
            return in.read(buffer);
        } catch (IOException problem) {
            throw new UnreadableBodyException(problem);
        }
    }

    private static UnreadableBodyException unreadable(String why) {
        return new UnreadableBodyException(new IOException(why));
    }

    @Override
    public InputStream getContent() throws IOException {
        return open();
    }

    @Override
    public long getContentLength() {
        return body.length();
    }

    @Override
    public boolean isStreaming() {
        return true;
    }

    @Override
    public boolean isRepeatable() {
        return true;
    }

    @Override
    public void close() {}
}
