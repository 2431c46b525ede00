package dev.jrelease.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** The host is not known, or does not accept connections. */
public final class UnreachableException extends IOException {
    public UnreachableException(String reason, IOException cause) {
        super(reason, cause);
    }

    /** The failure as an {@link UnreachableException}, if it is about the connection. */
    public static Optional<UnreachableException> of(IOException failure) {
        return Optional.ofNullable(reason(failure)).map(reason -> new UnreachableException(reason, failure));
    }

    private static @Nullable String reason(IOException failure) {
        return switch (failure) {
            case UnknownHostException _ -> "its name is not known";
            case ConnectTimeoutException _ -> "no answer";
            case ConnectException _, NoRouteToHostException _ -> lastPart(String.valueOf(failure.getMessage()));
            default -> null;
        };
    }

    /** The system's message at the end: {@code Connect to http://localhost:1 failed: Connection refused}. */
    private static String lastPart(String message) {
        return message.substring(message.lastIndexOf(": ") + 1).strip().toLowerCase(Locale.ROOT);
    }
}
