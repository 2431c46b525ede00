package dev.jrelease.layout;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/**
 * Joins blocks to a gzip file without a time, a name or an operating system.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1952">RFC 1952, GZIP</a>
 */
final class GzipMember {
    private static final byte[] HEADER = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, (byte) 0xff};
    private static final byte[] LAST_BLOCK = {3, 0};

    private final Consumer<ByteBuffer> out;
    private int crc;
    private long length;

    GzipMember(Consumer<ByteBuffer> out) {
        this.out = out;
        out.accept(ByteBuffer.wrap(HEADER));
    }

    void append(GzipBlock block) {
        out.accept(block.compressed());
        crc = CombinedCrc32.combine(crc, block.crc(), block.length());
        length += block.length();
    }

    void end() {
        out.accept(ByteBuffer.allocate(LAST_BLOCK.length + 8)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(LAST_BLOCK)
                .putInt(crc)
                .putInt((int) length)
                .flip());
    }
}
