package dev.jrelease.http;

import dev.jrelease.failure.ReleaseException;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Speaks TLS on a connection. Its context is made when the first one asks for it: that takes 150 ms. */
final class Tls implements TlsSocketStrategy {
    private final Trust trust;
    private final int handshakeMillis;
    private final TlsContexts contexts;

    Tls(Trust trust, TlsContexts contexts, Duration handshake) {
        this.trust = trust;
        this.handshakeMillis = Math.toIntExact(handshake.toMillis());
        this.contexts = contexts;
    }

    @Override
    public SSLSocket upgrade(Socket plain, String host, int port, @Nullable Object attachment, HttpContext exchange)
            throws IOException {
        SSLSocket socket =
                (SSLSocket) contexts.of(host, port).getSocketFactory().createSocket(plain, host, port, true);
        if (trust == Trust.VERIFIED) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
        }
        int timeout = plain.getSoTimeout();
        socket.setSoTimeout(handshakeMillis);
        shakeHands(socket);
        socket.setSoTimeout(timeout);
        return socket;
    }

    private static void shakeHands(SSLSocket socket) throws IOException {
        try {
            socket.startHandshake();
        } catch (SocketTimeoutException waitsForMore) {
            throw new NotTlsException(waitsForMore);
        } catch (SSLException problem) {
            rethrowOurs(problem);
            throw isPlainAnswer(problem)
                    ? new NotTlsException(problem)
                    : UntrustedCertificateException.of(problem)
                            .<SSLException>map(untrusted -> untrusted)
                            .orElse(problem);
        }
    }

    /** A file with certificates that cannot be read is read in the middle of a handshake. */
    private static void rethrowOurs(SSLException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReleaseException ours) {
                throw ours;
            }
        }
    }

    /** The JDK has exceptions for alerts and for handshakes, but none for an answer that is not TLS at all. */
    private static boolean isPlainAnswer(SSLException problem) {
        return problem.getClass() == SSLException.class
                && problem.getCause() == null
                && !String.valueOf(problem.getMessage()).startsWith("Received fatal alert");
    }
}
