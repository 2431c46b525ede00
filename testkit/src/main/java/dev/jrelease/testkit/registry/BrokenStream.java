package dev.jrelease.testkit.registry;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** The body of a request whose connection breaks after so many bytes. */
final class BrokenStream extends FilterInputStream {
    private final Runnable breaking;
    private long left;

    BrokenStream(InputStream body, long bytes, Runnable breaking) {
        super(body);
        this.left = bytes;
        this.breaking = breaking;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (left == 0) {
            breaking.run();
            throw new IOException("the connection was broken on purpose");
        }
        int read = super.read(buffer, offset, (int) Math.min(left, length));
        left -= Math.max(0, read);
        return read;
    }
}
