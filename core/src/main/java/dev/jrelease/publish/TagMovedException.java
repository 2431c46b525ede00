package dev.jrelease.publish;

import java.io.Serial;

/** Something else has written a tag while this release waited to write it. */
final class TagMovedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    TagMovedException() {
        super(null, null, false, false);
    }
}
