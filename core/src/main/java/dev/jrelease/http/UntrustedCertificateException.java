package dev.jrelease.http;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** A server's certificate is invalid, or not valid for this host. A retry does not help. */
public final class UntrustedCertificateException extends SSLException {
    private UntrustedCertificateException(Throwable reason, SSLException cause) {
        super("its certificate is not trusted (" + reason.getMessage() + ")", cause);
    }

    /** The failure of a handshake as an {@link UntrustedCertificateException}, if it is about a certificate. */
    public static Optional<UntrustedCertificateException> of(SSLException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .filter(GeneralSecurityException.class::isInstance)
                .reduce((_, deeper) -> deeper)
                .map(reason -> new UntrustedCertificateException(reason, failure));
    }
}
