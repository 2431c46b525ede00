package dev.jrelease.image;

import java.io.IOException;

/** What came is not what its descriptor says: the fault of where it lies. */
public final class WrongContentException extends IOException {
    public WrongContentException(String what) {
        super(what);
    }
}
