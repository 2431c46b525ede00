package dev.jrelease.docker;

import java.io.IOException;

/** An engine's archive of an image is incomplete or damaged. */
final class UnusableArchiveException extends IOException {
    UnusableArchiveException(String message) {
        super(message);
    }

    UnusableArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
