package dev.jrelease.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;

/** The content of a blob as it comes. Its end is an error if what came is not what the descriptor says. */
public final class VerifiedStream extends FilterInputStream {
    private final Descriptor expected;
    private final MessageDigest sha256 = Digest.sha256();
    private long size;
    private boolean verified;

    public VerifiedStream(Descriptor expected, InputStream content) {
        super(content);
        this.expected = expected;
    }

    @Override
    public int read() throws IOException {
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
        if (count < 0 ? !verified : size > expected.size()) {
            verify();
        }
        return count;
    }

    private void verify() throws IOException {
        if (size != expected.size()) {
            String came = size > expected.size() ? "more" : "only " + size;
            throw new WrongContentException(
                    expected.digest() + " should be " + expected.size() + " bytes, but " + came + " came");
        }
        Digest actual = Digest.finish(sha256);
        if (!actual.equals(expected.digest())) {
            throw new WrongContentException(
                    expected.digest() + " holds something else: its content has the digest " + actual);
        }
        verified = true;
    }

    /** Reads what it passes over, which counts as well. */
    @Override
    public long skip(long count) throws IOException {
        byte[] passed = new byte[Math.clamp(count, 0, 64 * 1024)];
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
    public boolean markSupported() {
        return false;
    }
}
