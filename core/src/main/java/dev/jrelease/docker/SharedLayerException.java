package dev.jrelease.docker;

import java.io.IOException;

/** Another export failed to write a layer that this one needs, too. */
final class SharedLayerException extends IOException {
    private static final long serialVersionUID = 1L;

    SharedLayerException(Throwable cause) {
        super("another image shares a layer with it and could not be read", cause);
    }
}
