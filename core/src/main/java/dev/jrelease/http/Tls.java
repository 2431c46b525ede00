package dev.jrelease.http;

import dev.jrelease.concurrent.Lazy;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Speaks TLS on a connection. Its context is made when the first one asks for it: that takes 150 ms. */
final class Tls implements TlsSocketStrategy {
    private final Trust trust;
    private final int handshakeMillis;
    private final Supplier<SSLContext> context;

    Tls(Trust trust, Duration handshake) {
        this.trust = trust;
        this.handshakeMillis = Math.toIntExact(handshake.toMillis());
        this.context = new Lazy<>(() -> context(trust));
    }

    @Override
    public SSLSocket upgrade(Socket plain, String host, int port, @Nullable Object attachment, HttpContext exchange)
            throws IOException {
        SSLSocket socket = (SSLSocket) context.get().getSocketFactory().createSocket(plain, host, port, true);
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
            throw isPlainAnswer(problem)
                    ? new NotTlsException(problem)
                    : UntrustedCertificateException.of(problem)
                            .<SSLException>map(untrusted -> untrusted)
                            .orElse(problem);
        }
    }

    /** The JDK has exceptions for alerts and for handshakes, but none for an answer that is not TLS at all. */
    private static boolean isPlainAnswer(SSLException problem) {
        return problem.getClass() == SSLException.class
                && problem.getCause() == null
                && !String.valueOf(problem.getMessage()).startsWith("Received fatal alert");
    }

    private static SSLContext context(Trust trust) {
        try {
            if (trust == Trust.VERIFIED) {
                return SSLContext.getDefault();
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new AnyCertificate()}, null);
            return context;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Has to extend the class: behind the plain interface the JDK still compares the host's name. */
    private static final class AnyCertificate extends X509ExtendedTrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
