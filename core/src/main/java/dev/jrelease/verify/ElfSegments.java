package dev.jrelease.verify;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/**
 * The program headers of an ELF file.
 *
 * @param interpreter the program that loads it; absent for static programs
 * @param system the operating system that a note names, if it is not Linux
 * @param end the minimum size in bytes of the complete file
 * @see <a href="https://refspecs.linuxfoundation.org/elf/gabi4+/ch5.pheader.html">program headers</a>
 */
record ElfSegments(Optional<String> interpreter, Optional<String> system, long end) {
    private static final int LOAD = 1;
    private static final int INTERPRETER = 3;
    private static final int NOTE = 4;
    private static final Map<String, String> SYSTEMS =
            Map.of("FreeBSD", "freebsd", "NetBSD", "netbsd", "OpenBSD", "openbsd", "DragonFly", "dragonfly");

    /** A part of the file. */
    private record Segment(int type, long offset, long size) {}

    static ElfSegments read(ByteBuffer head, boolean wide) {
        long table = wide ? head.getLong(32) : Integer.toUnsignedLong(head.getInt(28));
        int length = Short.toUnsignedInt(head.getShort(wide ? 54 : 42));
        int count = Short.toUnsignedInt(head.getShort(wide ? 56 : 44));
        Optional<String> interpreter = Optional.empty();
        Optional<String> system = Optional.empty();
        long end = 0;
        for (int i = 0; i < count && length >= (wide ? 56 : 32); i++) {
            long at = table + (long) i * length;
            if (at < 0 || at + length > head.capacity()) {
                break;
            }
            Segment segment = segment(head, (int) at, wide);
            switch (segment.type) {
                case LOAD -> end = Math.max(end, segment.offset + segment.size);
                case INTERPRETER -> interpreter = text(head, segment.offset, segment.size);
                case NOTE -> system = system.or(() -> named(head, segment));
                default -> {}
            }
        }
        return new ElfSegments(interpreter, system, end);
    }

    private static Segment segment(ByteBuffer head, int at, boolean wide) {
        return wide
                ? new Segment(head.getInt(at), head.getLong(at + 8), head.getLong(at + 32))
                : new Segment(
                        head.getInt(at),
                        Integer.toUnsignedLong(head.getInt(at + 4)),
                        Integer.toUnsignedLong(head.getInt(at + 16)));
    }

    private static Optional<String> text(ByteBuffer head, long offset, long size) {
        if (offset < 0 || size <= 0 || size > head.capacity() || offset > head.capacity() - size) {
            return Optional.empty();
        }
        byte[] text = new byte[(int) size];
        head.get((int) offset, text);
        int end = 0;
        while (end < text.length && text[end] != 0) {
            end++;
        }
        return Optional.of(new String(text, 0, end, StandardCharsets.UTF_8));
    }

    private static Optional<String> named(ByteBuffer head, Segment notes) {
        long at = notes.offset;
        long end = Math.min(notes.offset + notes.size, head.capacity());
        while (at >= 0 && at + 12 <= end) {
            long name = Integer.toUnsignedLong(head.getInt((int) at));
            long description = Integer.toUnsignedLong(head.getInt((int) at + 4));
            Optional<String> system = text(head, at + 12, name).map(SYSTEMS::get);
            if (system.isPresent()) {
                return system;
            }
            at += 12 + (name + 3) / 4 * 4 + (description + 3) / 4 * 4;
        }
        return Optional.empty();
    }
}
