package dev.jrelease.text;

import java.util.Locale;

/** Formats a number of bytes. */
public final class ByteSize {
    private static final String[] UNITS = {"kB", "MB", "GB", "TB"};
    private static final int STEP = 1000;

    private ByteSize() {}

    /** With decimal units, as registries and Docker do: {@code 532 B}, {@code 1.2 kB}, {@code 34 MB}. */
    public static String text(long bytes) {
        if (bytes < STEP) {
            return bytes + " B";
        }
        double size = (double) bytes / STEP;
        int unit = 0;
        while (size >= STEP - 0.5 && unit < UNITS.length - 1) {
            size /= STEP;
            unit++;
        }
        return String.format(Locale.ROOT, size < 9.95 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
    }
}
