package dev.jrelease.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads all of a file that fits into memory. Only regular files are read: a device or a pipe may have no end. Messages
 * of failures are the end of a sentence.
 */
public final class WholeFile {
    /** The size of a file for which there is no smaller limit. */
    public static final int LARGEST = 64 << 20;

    private WholeFile() {}

    public static byte[] bytes(Path file) throws IOException {
        return bytes(file, LARGEST);
    }

    /** The text of a file in UTF-8. */
    public static String text(Path file) throws IOException {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    /**
     * The content of a file.
     *
     * @throws java.nio.file.NoSuchFileException if it is missing
     */
    public static byte[] bytes(Path file, int largest) throws IOException {
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new IOException(Files.isDirectory(file) ? "it is a folder" : "it is not a regular file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            return bytes(in, largest);
        }
    }

    /** The rest of a stream. */
    public static byte[] bytes(InputStream in, int largest) throws IOException {
        byte[] bytes = in.readNBytes(largest + 1);
        if (bytes.length > largest) {
            throw new IOException("it is larger than " + size(largest));
        }
        return bytes;
    }

    private static String size(int bytes) {
        return bytes < 1 << 20 ? (bytes >> 10) + " KiB" : (bytes >> 20) + " MiB";
    }
}
