package dev.jrelease.http;

import java.io.IOException;
import javax.net.ssl.SSLException;

/** Whoever answers at this port does not speak TLS. */
public final class NotTlsException extends SSLException {
    public NotTlsException(IOException cause) {
        super("it does not speak TLS", cause);
    }
}
