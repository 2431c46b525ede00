package dev.jrelease.docker;

import java.io.IOException;

/** An engine's archive of an image broke off, or is not what it should be. */
final class UnusableArchiveException extends IOException {
    UnusableArchiveException(String message) {
        super(message);
    }

    UnusableArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
