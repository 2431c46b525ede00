package dev.jrelease.http;

import java.io.IOException;
import java.net.SocketTimeoutException;
import javax.net.ssl.SSLException;

/** The server at this port does not speak TLS. */
public final class NotTlsException extends SSLException {
    public NotTlsException(IOException cause) {
        super(isSilence(cause) ? "it does not answer in TLS" : "it does not speak TLS", cause);
    }

    /** Whether the server sent nothing at all, as an overloaded server does. */
    public boolean isSilence() {
        return getCause() instanceof IOException cause && isSilence(cause);
    }

    private static boolean isSilence(IOException cause) {
        return cause instanceof SocketTimeoutException;
    }
}
