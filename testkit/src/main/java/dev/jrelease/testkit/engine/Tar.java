package dev.jrelease.testkit.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes tar files in memory, and reads the regular files of one. */
final class Tar {
    private static final int BLOCK = 512;
    private static final char FILE = '0';
    private static final char LINK = '2';
    private static final char PAX = 'x';
    private static final char LONG_NAME = 'L';

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    Tar file(String name, byte[] content) {
        header(name, content.length, FILE, "");
        out.writeBytes(content);
        out.writeBytes(new byte[padding(content.length)]);
        return this;
    }

    Tar file(String name, String content) {
        return file(name, content.getBytes(StandardCharsets.UTF_8));
    }

    Tar link(String name, String target) {
        header(name, 0, LINK, target);
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(new byte[2 * BLOCK]);
        return whole.toByteArray();
    }

    private void header(String name, int size, char type, String link) {
        byte[] header = new byte[BLOCK];
        put(header, 0, 100, name);
        put(header, 100, 8, "0000755");
        put(header, 108, 8, "0000000");
        put(header, 116, 8, "0000000");
        put(header, 124, 12, String.format("%011o", size));
        put(header, 136, 12, "00000000000");
        put(header, 148, 8, "        ");
        header[156] = (byte) type;
        put(header, 157, 100, link);
        put(header, 257, 8, "ustar\00000");
        int sum = 0;
        for (byte one : header) {
            sum += one & 0xff;
        }
        put(header, 148, 8, String.format("%06o\0 ", sum));
        out.writeBytes(header);
    }

    private static void put(byte[] header, int offset, int length, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length > length) {
            throw new IllegalArgumentException("too long for a tar header: " + text);
        }
        System.arraycopy(bytes, 0, header, offset, bytes.length);
    }

    private static int padding(int size) {
        return (BLOCK - size % BLOCK) % BLOCK;
    }

    /** The regular files by their paths, without a leading {@code ./}. */
    static Map<String, byte[]> read(byte[] tar) throws IOException {
        Map<String, byte[]> files = new LinkedHashMap<>();
        ByteArrayInputStream in = new ByteArrayInputStream(tar);
        String longName = "";
        for (byte[] header = in.readNBytes(BLOCK); isEntry(header); header = in.readNBytes(BLOCK)) {
            int size = Integer.parseInt(text(header, 124, 12), 8);
            byte[] content = in.readNBytes(size);
            if (content.length < size) {
                throw new EOFException("unexpected EOF");
            }
            in.skipNBytes(padding(size));
            char type = (char) header[156];
            if (type == FILE || type == 0) {
                files.put(clean(longName.isEmpty() ? name(header) : longName), content);
            }
            longName = type == PAX ? paxPath(content) : type == LONG_NAME ? text(content, 0, size) : "";
        }
        return files;
    }

    private static boolean isEntry(byte[] header) {
        return header.length == BLOCK && header[0] != 0;
    }

    private static String name(byte[] header) {
        String prefix = text(header, 345, 155);
        String name = text(header, 0, 100);
        return prefix.isEmpty() ? name : prefix + "/" + name;
    }

    private static String clean(String name) {
        return name.startsWith("./") ? name.substring(2) : name;
    }

    private static String paxPath(byte[] content) {
        return new String(content, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.contains(" path="))
                .map(line -> line.substring(line.indexOf('=') + 1))
                .findFirst()
                .orElse("");
    }

    private static String text(byte[] bytes, int offset, int length) {
        byte[] part = Arrays.copyOfRange(bytes, offset, offset + length);
        int end = 0;
        while (end < part.length && part[end] != 0) {
            end++;
        }
        return new String(part, 0, end, StandardCharsets.UTF_8).strip();
    }
}
