package dev.jrelease.image.layer;

import java.io.IOException;

/** A layer has a valid form that jrelease cannot read. */
public final class UnreadableLayerException extends IOException {
    public UnreadableLayerException(String why) {
        super(why);
    }
}
