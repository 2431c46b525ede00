package dev.jrelease.layout;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * A piece of a gzip member, compressed independently of the other pieces. It ends on a byte boundary and is not the
 * last: {@link GzipMember} adds an empty last block.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc1951">RFC 1951, DEFLATE</a>
 */
final class GzipBlock {
    /** The uncompressed size in bytes of all pieces but the last. */
    static final int SIZE = 256 * 1024;

    private static final int LEVEL = 6;
    private static final int LONGEST_STORED = 0xffff;
    private static final int STORED_HEADER = 5;

    private final ByteBuffer compressed;
    private final int crc;
    private final int length;

    private GzipBlock(ByteBuffer compressed, int crc, int length) {
        this.compressed = compressed;
        this.crc = crc;
        this.length = length;
    }

    static GzipBlock of(byte[] content, int length) {
        CRC32 crc = new CRC32();
        crc.update(content, 0, length);
        return new GzipBlock(compress(content, length), (int) crc.getValue(), length);
    }

    private static ByteBuffer compress(byte[] content, int length) {
        int stored = length + STORED_HEADER * Math.ceilDiv(length, LONGEST_STORED);
        byte[] buffer = new byte[stored];
        int deflated = Entropy.isHigh(content, length) ? stored : deflate(content, length, buffer);
        return deflated < stored ? ByteBuffer.wrap(buffer, 0, deflated) : store(content, length, buffer);
    }

    /** Returns the buffer's length if the result does not fit into it. */
    private static int deflate(byte[] content, int length, byte[] buffer) {
        Deflater deflater = new Deflater(LEVEL, true);
        try {
            deflater.setInput(content, 0, length);
            return deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        } finally {
            deflater.end();
        }
    }

    private static ByteBuffer store(byte[] content, int length, byte[] buffer) {
        ByteBuffer out = ByteBuffer.wrap(buffer).order(ByteOrder.LITTLE_ENDIAN);
        for (int at = 0; at < length; at += LONGEST_STORED) {
            int count = Math.min(LONGEST_STORED, length - at);
            out.put((byte) 0).putShort((short) count).putShort((short) ~count).put(content, at, count);
        }
        return out.flip();
    }

    ByteBuffer compressed() {
        return compressed.duplicate();
    }

    /** The CRC-32 of the uncompressed content. */
    int crc() {
        return crc;
    }

    /** The uncompressed size in bytes. */
    int length() {
        return length;
    }
}
