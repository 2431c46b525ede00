package dev.jrelease.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** Computes size and digest of a stream while it is read. Skipped bytes are read, too. */
public class DigestStream extends FilterInputStream {
    private static final int LARGEST_SKIP = 64 * 1024;

    private final MessageDigest sha256 = Digest.sha256();
    private long size;

    protected DigestStream(InputStream content) {
        super(content);
    }

    @Override
    public final int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            sha256.update(buffer, offset, count);
            size += count;
        }
        return count;
    }

    @Override
    public final long skip(long count) throws IOException {
        byte[] passed = new byte[Math.clamp(count, 0, LARGEST_SKIP)];
        long done = 0;
        while (done < count) {
            int read = read(passed, 0, (int) Math.min(passed.length, count - done));
            if (read < 0) {
                break;
            }
            done += read;
        }
        return done;
    }

    @Override
    public final boolean markSupported() {
        return false;
    }

    /** The number of bytes read so far. */
    protected final long size() {
        return size;
    }

    /** The digest of the content. May be called once, after the last byte. */
    protected final Digest digest() {
        return Digest.finish(sha256);
    }
}
