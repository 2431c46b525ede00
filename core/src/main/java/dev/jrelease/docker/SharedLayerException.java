package dev.jrelease.docker;

import java.io.IOException;

/** Another export was to write a layer for this one, too, and failed. */
final class SharedLayerException extends IOException {
    private static final long serialVersionUID = 1L;

    SharedLayerException(Throwable cause) {
        super("another image shares a layer with it and could not be read", cause);
    }
}
