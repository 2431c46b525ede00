package dev.jrelease.docker;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A part of a file. */
final class FileSlice extends InputStream {
    private final InputStream file;
    private long left;

    FileSlice(Path file, long from, long length) throws IOException {
        // An interrupt closes a channel, which looks like an error of the disk; so no channel is used.
        this.file = new FileInputStream(file.toFile());
        this.left = length;
        this.file.skipNBytes(from);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (left == 0) {
            return -1;
        }
        int read = file.read(into, offset, (int) Math.min(left, length));
        left -= Math.max(0, read);
        return read;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
