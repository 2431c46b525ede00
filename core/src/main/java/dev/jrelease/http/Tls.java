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

/** Establishes TLS on a connection. The context is created on first use, which takes 150 ms. */
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

    /** An unreadable certificate file is found during a handshake. */
    private static void rethrowOurs(SSLException problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof ReleaseException ours) {
                throw ours;
            }
        }
    }

    /** The JDK has no exception for an answer that is not TLS. */
    private static boolean isPlainAnswer(SSLException problem) {
        return problem.getClass() == SSLException.class
                && problem.getCause() == null
                && !String.valueOf(problem.getMessage()).startsWith("Received fatal alert");
    }
}
