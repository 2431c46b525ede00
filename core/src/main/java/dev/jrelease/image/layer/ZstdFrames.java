package dev.jrelease.image.layer;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Passes on the frames of a zstd stream without skippable frames, and refuses large windows, which limits the memory of
 * the decoder.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc8878#name-zstandard-frames">the format</a>
 */
final class ZstdFrames extends InputStream {
    private static final int MAGIC = 0xFD2FB528;
    private static final int SKIPPABLE = 0x184D2A50;
    private static final int MOST_WINDOW = 8 * 1024 * 1024;
    private static final int[] DICTIONARY_LENGTHS = {0, 1, 2, 4};
    private static final int[] SIZE_LENGTHS = {0, 2, 4, 8};

    private final InputStream source;
    private ByteBuffer header = ByteBuffer.allocate(0);
    private long inBlock;
    private boolean lastBlock = true;
    private boolean checksum;

    ZstdFrames(InputStream source) {
        this.source = source;
    }

    /** Whether these four bytes begin a zstd stream. */
    static boolean begins(byte[] magic) {
        return magic.length == 4 && (number(magic) == MAGIC || isSkippable(number(magic)));
    }

    private static boolean isSkippable(int number) {
        return (number & 0xFFFFFFF0) == SKIPPABLE;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (!header.hasRemaining() && inBlock == 0) {
            if (!next()) {
                return -1;
            }
        }
        if (header.hasRemaining()) {
            int count = Math.min(length, header.remaining());
            header.get(into, offset, count);
            return count;
        }
        int count = source.read(into, offset, (int) Math.min(length, inBlock));
        if (count < 0) {
            throw new EOFException("the zstd stream is cut off");
        }
        inBlock -= count;
        return count;
    }

    /** Continues with the next block or frame; false at the end. */
    private boolean next() throws IOException {
        if (!lastBlock) {
            block();
            return true;
        }
        byte[] magic = source.readNBytes(4);
        if (magic.length == 0) {
            return false;
        }
        int number = number(exactly(magic, 4));
        if (isSkippable(number)) {
            source.skipNBytes(Integer.toUnsignedLong(number(exactly(source.readNBytes(4), 4))));
        } else if (number == MAGIC) {
            frame(magic);
        } else {
            throw new IOException("the zstd stream has data between its frames");
        }
        return true;
    }

    private void frame(byte[] magic) throws IOException {
        byte descriptor = exactly(source.readNBytes(1), 1)[0];
        boolean single = (descriptor & 0x20) != 0;
        int sizeFlag = (descriptor & 0xff) >> 6;
        int sizeLength = sizeFlag == 0 && single ? 1 : SIZE_LENGTHS[sizeFlag];
        int length = (single ? 0 : 1) + DICTIONARY_LENGTHS[descriptor & 3] + sizeLength;
        byte[] fields = exactly(source.readNBytes(length), length);
        long window = single ? size(fields, sizeLength) : window(Byte.toUnsignedInt(fields[0]));
        if (window < 0 || window > MOST_WINDOW) {
            throw new UnreadableLayerException("its zstd compression needs more than 8 MiB of memory");
        }
        header = ByteBuffer.allocate(5 + length)
                .put(magic)
                .put(descriptor)
                .put(fields)
                .flip();
        checksum = (descriptor & 4) != 0;
        lastBlock = false;
    }

    private static long window(int descriptor) {
        long base = 1L << (10 + (descriptor >> 3));
        return base + base / 8 * (descriptor & 7);
    }

    /** The content size, which is the last of the fields. */
    private static long size(byte[] fields, int length) {
        long size = 0;
        for (int i = 1; i <= length; i++) {
            size = size << 8 | Byte.toUnsignedInt(fields[fields.length - i]);
        }
        return length == 2 ? size + 256 : size;
    }

    private void block() throws IOException {
        byte[] start = exactly(source.readNBytes(3), 3);
        int number =
                Byte.toUnsignedInt(start[0]) | Byte.toUnsignedInt(start[1]) << 8 | Byte.toUnsignedInt(start[2]) << 16;
        boolean repeated = (number >> 1 & 3) == 1;
        lastBlock = (number & 1) != 0;
        header = ByteBuffer.wrap(start);
        inBlock = (repeated ? 1L : number >> 3) + (lastBlock && checksum ? 4L : 0L);
    }

    private static byte[] exactly(byte[] read, int length) throws EOFException {
        if (read.length < length) {
            throw new EOFException("the zstd stream is cut off");
        }
        return read;
    }

    private static int number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }
}
