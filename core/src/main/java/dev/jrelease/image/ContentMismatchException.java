package dev.jrelease.image;

import java.io.IOException;

/** What came is not what its descriptor says: the fault of where it lies. */
public final class ContentMismatchException extends IOException {
    public ContentMismatchException(String what) {
        super(what);
    }
}
