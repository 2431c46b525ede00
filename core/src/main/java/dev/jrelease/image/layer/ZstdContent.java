package dev.jrelease.image.layer;

import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdInputStream;
import java.io.FilterInputStream;
import java.io.IOException;

/** Decompresses a zstd stream; damaged data is an {@link IOException}. */
final class ZstdContent extends FilterInputStream {
    ZstdContent(ZstdFrames frames) {
        super(new ZstdInputStream(frames));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return super.read(into, offset, length);
        } catch (MalformedInputException | IndexOutOfBoundsException damaged) {
            throw new IOException("its zstd compression is damaged", damaged);
        }
    }
}
