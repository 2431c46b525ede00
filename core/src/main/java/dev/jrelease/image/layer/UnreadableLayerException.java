package dev.jrelease.image.layer;

import java.io.IOException;

/** A layer is in a form that is allowed, but that is not read here. */
public final class UnreadableLayerException extends IOException {
    public UnreadableLayerException(String why) {
        super(why);
    }
}
