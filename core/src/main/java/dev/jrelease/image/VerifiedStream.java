package dev.jrelease.image;

import java.io.IOException;
import java.io.InputStream;

/** The content of a blob as it comes. Its end is an error if what came is not what the descriptor says. */
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
                    expected.digest() + " should be " + expected.size() + " bytes, but " + came + " came");
        }
        Digest actual = digest();
        if (!actual.equals(expected.digest())) {
            throw new ContentMismatchException(
                    expected.digest() + " holds something else: its content has the digest " + actual);
        }
        verified = true;
    }
}
