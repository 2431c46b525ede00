package dev.jrelease.docker;

import java.io.IOException;

/** Another export was to write a layer for this one, too, and failed. */
final class LostLayerException extends IOException {
    private static final long serialVersionUID = 1L;

    LostLayerException(Throwable cause) {
        super("another image shares a layer with it and could not be read", cause);
    }
}
