package dev.jrelease.docker;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Reads an image archive of the engine. Its failures say so, unlike those of what receives the content. */
final class ArchiveStream implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;

    private final TarArchiveInputStream tar;
    private final InputStream content = new Content();

    ArchiveStream(InputStream answer) {
        this.tar = new TarArchiveInputStream(new BufferedInputStream(answer, BUFFER));
    }

    /** The next entry. {@link #content} then reads its content. */
    Optional<TarArchiveEntry> next() throws IOException {
        try {
            return Optional.ofNullable(tar.getNextEntry());
        } catch (IOException | IllegalArgumentException broken) {
            throw brokenOff(broken);
        }
    }

    /** The content of the current entry. Closing it has no effect. */
    InputStream content() {
        return content;
    }

    private static IOException brokenOff(Exception broken) {
        return new IOException("its archive of the image broke off (" + broken.getMessage() + ")", broken);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private final class Content extends InputStream {
        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            try {
                return tar.read(into, offset, length);
            } catch (IOException broken) {
                throw brokenOff(broken);
            }
        }
    }
}
