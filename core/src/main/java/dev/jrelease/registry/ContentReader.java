package dev.jrelease.registry;

import dev.jrelease.image.ImageSink.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads content in pieces. It reopens the content only to go back, because it may come from another registry. A refusal
 * of that registry is not one of the registry that receives the content.
 */
final class ContentReader implements AutoCloseable {
    private final Content content;
    private @Nullable InputStream open;
    private long position;

    ContentReader(Content content) {
        this.content = content;
    }

    /** A piece of the content. It invalidates the piece before. */
    InputStream piece(long from, long length) throws IOException {
        InputStream in = open;
        if (in == null || position > from) {
            close();
            in = opened();
            open = in;
            position = 0;
        }
        in.skipNBytes(from - position);
        position = from;
        return new Piece(in, length);
    }

    private InputStream opened() throws IOException {
        try {
            return content.open();
        } catch (RegistryException source) {
            throw source.ofSource();
        }
    }

    @Override
    public void close() throws IOException {
        InputStream in = open;
        open = null;
        if (in != null) {
            in.close();
        }
    }

    private final class Piece extends FilterInputStream {
        private long left;

        Piece(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int read = received(buffer, offset, (int) Math.min(left, length));
            left -= Math.max(0, read);
            position += Math.max(0, read);
            return read;
        }

        private int received(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (RegistryException source) {
                throw source.ofSource();
            }
        }

        /** Does nothing: the content continues after the piece. */
        @Override
        public void close() {}
    }
}
