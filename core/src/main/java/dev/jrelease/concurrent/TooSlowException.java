package dev.jrelease.concurrent;

import java.io.IOException;
import java.time.Duration;

/** Content came, but so slowly that it is not waited for. */
public final class TooSlowException extends IOException {
    TooSlowException(Duration waited) {
        super("the content did not arrive completely within " + Math.max(1, waited.toSeconds()) + " s");
    }
}
