package dev.jrelease.image;

import java.io.IOException;
import java.io.InputStream;

/** The content of a blob. Reading fails at the end if the content does not match the descriptor. */
public final class VerifiedStream extends DigestStream {
    private final Descriptor expected;
    private boolean verified;

    public VerifiedStream(Descriptor expected, InputStream content) {
        super(content);
        this.expected = expected;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count < 0 ? !verified : size() > expected.size()) {
            verify();
        }
        return count;
    }

    private void verify() throws IOException {
        if (size() != expected.size()) {
            String came = size() > expected.size() ? "more" : "only " + size();
            throw new ContentMismatchException(
                    expected.digest() + " should be " + expected.size() + " bytes, but has " + came);
        }
        Digest actual = digest();
        if (!actual.equals(expected.digest())) {
            throw new ContentMismatchException(expected.digest() + " has other content, with the digest " + actual);
        }
        verified = true;
    }
}
