package dev.jrelease.json;

import java.io.IOException;

/** A text is not a JSON document. The message has the place of the error, but no content, which may be a secret. */
public final class MalformedJsonException extends IOException {
    private final String place;

    /**
     *
     * @param place {@code  (line 3, column 7)}, or empty
     */
    MalformedJsonException(String place) {
        super("it is not JSON" + place);
        this.place = place;
    }

    /** {@code  (line 3, column 7)}, with a leading space; empty if the place is not known. */
    public String place() {
        return place;
    }
}
