package dev.jrelease.http;

import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** A server's certificate is not good, or not good for this host. Trying again does not help. */
public final class UntrustedCertificateException extends SSLException {
    private UntrustedCertificateException(Throwable reason, SSLException cause) {
        super("its certificate is not trusted (" + reason.getMessage() + ")", cause);
    }

    /** The handshake's failure as one of this kind, if it was about a certificate. */
    static Optional<UntrustedCertificateException> of(SSLException failure) {
        return Stream.iterate((Throwable) failure, cause -> cause != null, Throwable::getCause)
                .filter(GeneralSecurityException.class::isInstance)
                .reduce((_, deeper) -> deeper)
                .map(reason -> new UntrustedCertificateException(reason, failure));
    }
}
