package dev.jrelease.image;

import dev.jrelease.image.Transfer.State;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a blob that is being sent, and reports how many bytes were read, not more often than people can follow. */
final class CountedTransfer extends FilterInputStream {
    private static final long BETWEEN_REPORTS = 128 << 10;

    private final Descriptor blob;
    private final String to;
    private final TransferListener listener;
    private long done;
    private long reported;

    CountedTransfer(InputStream content, Descriptor blob, String to, TransferListener listener) {
        super(content);
        this.blob = blob;
        this.to = to;
        this.listener = listener;
        listener.on(new Transfer(blob, to, State.SENDING, 0));
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        count(next < 0 ? 0 : 1);
        return next;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = super.read(into, offset, length);
        count(Math.max(0, read));
        return read;
    }

    private void count(int bytes) {
        done += bytes;
        if (done - reported >= BETWEEN_REPORTS) {
            reported = done;
            listener.on(new Transfer(blob, to, State.SENDING, done));
        }
    }
}
