package dev.jrelease.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The first and the last bytes of a file, which are enough to determine its type. */
final class FileEnds {
    private static final int HEAD = 4096;
    private static final int SCRIPT = 64 * 1024;
    private static final int TAIL = 64 * 1024;

    private final byte[] head;
    private final byte[] tail;
    private final long size;
    private final boolean mayStart;

    private FileEnds(byte[] head, byte[] tail, long size, boolean mayStart) {
        this.head = head;
        this.tail = tail;
        this.size = size;
        this.mayStart = mayStart;
    }

    /** A complete file in memory. */
    static FileEnds of(byte[] file) {
        return new FileEnds(file, file, file.length, true);
    }

    /**
     *
     * @param mayStart whether the file may be started or read as a script
     */
    static FileEnds read(InputStream content, long size, boolean mayStart) throws IOException {
        byte[] head = content.readNBytes(HEAD);
        if (head.length < HEAD) {
            return new FileEnds(head, head, size, mayStart);
        }
        if (mayStart && FileType.isText(head)) {
            return new FileEnds(joined(head, content.readNBytes(SCRIPT - HEAD)), new byte[0], size, true);
        }
        return new FileEnds(head, ElfHeader.isArm(head) ? last(head, content) : new byte[0], size, mayStart);
    }

    private static byte[] last(byte[] head, InputStream content) throws IOException {
        byte[] kept = head;
        byte[] next = content.readNBytes(TAIL);
        while (next.length > 0) {
            byte[] all = joined(kept, next);
            kept = all.length > TAIL ? Arrays.copyOfRange(all, all.length - TAIL, all.length) : all;
            next = content.readNBytes(TAIL);
        }
        return kept;
    }

    private static byte[] joined(byte[] one, byte[] two) {
        byte[] all = Arrays.copyOf(one, one.length + two.length);
        System.arraycopy(two, 0, all, one.length, two.length);
        return all;
    }

    byte[] head() {
        return head;
    }

    /** The bytes from an offset, if they were kept; else empty. */
    byte[] from(long offset, int length) {
        long inTail = offset - (size - tail.length);
        if (length >= 0 && inTail >= 0 && inTail + length <= tail.length) {
            return Arrays.copyOfRange(tail, (int) inTail, (int) inTail + length);
        }
        return new byte[0];
    }

    long size() {
        return size;
    }

    boolean mayStart() {
        return mayStart;
    }

    String text() {
        return new String(head, StandardCharsets.UTF_8);
    }
}
