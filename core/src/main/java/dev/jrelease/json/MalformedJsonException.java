package dev.jrelease.json;

import java.io.IOException;

/** A text that is no JSON document, and where it stops being one; what stands there may be a secret and is not quoted. */
public final class MalformedJsonException extends IOException {
    private final String place;

    /** @param place in words; may be empty */
    MalformedJsonException(String place) {
        super("it is not JSON" + place);
        this.place = place;
    }

    /** {@code  (line 3, column 7)}, with a space in front; empty if there is no such place. */
    public String place() {
        return place;
    }
}
