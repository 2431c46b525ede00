package dev.jrelease.pipes.images.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** The beginnings of ELF files, made by hand. */
public final class ElfFiles {
    public static final byte[] AMD64 = program(62, true, true);
    public static final byte[] ARM64 = program(183, true, true);
    static final byte[] ARM = program(40, false, true);
    static final byte[] I386 = program(3, false, true);

    private ElfFiles() {}

    static byte[] program(int machine, boolean wide, boolean littleEndian) {
        return file(2, machine, wide, littleEndian);
    }

    static byte[] file(int type, int machine, boolean wide, boolean littleEndian) {
        ByteBuffer header = ByteBuffer.allocate(64);
        header.put(new byte[] {0x7f, 'E', 'L', 'F', (byte) (wide ? 2 : 1), (byte) (littleEndian ? 1 : 2), 1});
        header.order(littleEndian ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        header.putShort(16, (short) type).putShort(18, (short) machine);
        return header.array();
    }
}
