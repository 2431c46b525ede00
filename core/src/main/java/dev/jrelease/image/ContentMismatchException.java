package dev.jrelease.image;

import java.io.IOException;

/** Content does not match its descriptor; the place it was read from is damaged. */
public final class ContentMismatchException extends IOException {
    public ContentMismatchException(String what) {
        super(what);
    }
}
