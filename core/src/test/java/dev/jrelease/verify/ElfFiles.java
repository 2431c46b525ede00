package dev.jrelease.verify;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

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

    /** The same file, made for an operating system other than Linux, or with flags of its processor. */
    static byte[] with(byte[] elf, int at, int value) {
        byte[] other = elf.clone();
        other[at] = (byte) value;
        return other;
    }

    /** A 64-bit program for amd64 that a loader has to load. */
    static byte[] loadedBy(String loader) {
        return segment(3, (loader + "\0").getBytes(StandardCharsets.UTF_8));
    }

    /** A 64-bit program for amd64 with one segment. */
    static byte[] segment(int type, byte[] content) {
        ByteBuffer file = ByteBuffer.allocate(64 + 56 + content.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(AMD64);
        file.putLong(32, 64).putShort(54, (short) 56).putShort(56, (short) 1);
        file.putInt(64, type).putLong(64 + 8, 64 + 56).putLong(64 + 32, content.length);
        file.put(64 + 56, content);
        return file.array();
    }

    /** A note of an operating system, as BSDs have it. */
    static byte[] note(String name) {
        byte[] text = (name + "\0").getBytes(StandardCharsets.UTF_8);
        ByteBuffer note =
                ByteBuffer.allocate(12 + (text.length + 3) / 4 * 4 + 4).order(ByteOrder.LITTLE_ENDIAN);
        note.putInt(text.length).putInt(4).putInt(1).put(text);
        return note.array();
    }

    /** A program for 32-bit ARM whose attributes name the architecture, 6 for ARMv6 and 10 for ARMv7. */
    static byte[] arm(int attribute, int padding) {
        byte[] attributes = {
            'A', 22, 0, 0, 0, 'a', 'e', 'a', 'b', 'i', 0, 1, 12, 0, 0, 0, 5, 'x', 0, 6, (byte) attribute
        };
        int start = 64 + padding;
        ByteBuffer file = ByteBuffer.allocate(start + attributes.length + 80).order(ByteOrder.LITTLE_ENDIAN);
        file.put(ARM).put(start, attributes);
        int table = start + attributes.length;
        file.putInt(32, table).putShort(48, (short) 2).putInt(36, 0x5000400);
        file.putInt(table + 40 + 4, 0x70000003)
                .putInt(table + 40 + 16, start)
                .putInt(table + 40 + 20, attributes.length);
        return file.array();
    }
}
