package dev.jrelease.http;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A server did not answer a request in time. */
public final class NoAnswerException extends SocketTimeoutException {
    private final Duration waited;

    public NoAnswerException(Duration waited) {
        super("no answer within " + Math.max(1, waited.toSeconds()) + " s");
        this.waited = waited;
    }

    public Duration waited() {
        return waited;
    }
}
