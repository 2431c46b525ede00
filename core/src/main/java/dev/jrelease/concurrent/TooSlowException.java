package dev.jrelease.concurrent;

import java.io.IOException;
import java.time.Duration;

/** The content of a stream did not arrive in time. */
public final class TooSlowException extends IOException {
    TooSlowException(Duration waited) {
        super("the content did not arrive completely within " + Math.max(1, waited.toSeconds()) + " s");
    }
}
