package dev.jrelease.image.layer;

import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;

/** A layer is damaged: it cannot be read beyond some point. */
public final class BrokenLayerException extends IOException {
    public BrokenLayerException(String what) {
        super(what);
    }

    private BrokenLayerException(String what, Throwable cause) {
        super(what, cause);
    }

    /**
     *
     * @param path of the last entry that was read; empty if there was none
     */
    static BrokenLayerException after(String path, Throwable cause) {
        return new BrokenLayerException(words(cause) + (path.isEmpty() ? "" : ", at /" + path), cause);
    }

    private static String words(Throwable cause) {
        return switch (cause) {
            case EOFException end -> "it ends too early";
            case ZipException damaged -> "its compressed data is damaged";
            default ->
                String.valueOf(cause.getMessage()).startsWith("Truncated")
                        ? "it ends too early"
                        : "it is not a tar file";
        };
    }
}
