package dev.jrelease.json;

import java.io.IOException;

/** A text is not a JSON document. The message has the place of the error, but no content, which may be a secret. */
public final class MalformedJsonException extends IOException {
    /**
     *
     * @param place {@code  (line 3, column 7)}, or empty
     */
    MalformedJsonException(String place) {
        super("it is not JSON" + place);
    }
}
