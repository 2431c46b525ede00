package dev.jrelease.http;

import java.io.IOException;
import java.nio.file.Path;

/** Sends requests, without redirects, retries, cookies and decompression. Safe for several threads. */
public interface HttpTransport extends AutoCloseable {

    /**
     * Sends a request and waits for the head of its answer, whatever its status is. Only a lack of progress times out,
     * never the length of a transfer.
     *
     * @throws UnreadableBodyException if it was the request's own body that failed
     * @throws UnreachableException if there is no connection
     * @throws NotTlsException if the server of an https address does not speak TLS
     * @throws UntrustedCertificateException if its certificate is refused
     * @throws java.net.ProtocolException if it does not speak HTTP
     * @throws IOException if there is no answer for another reason
     * @throws InterruptedException if the thread is interrupted; the connection is closed then
     */
    HttpResponse send(HttpRequest request) throws IOException, InterruptedException;

    /**
     * Whether a host speaks TLS, without a proxy; its certificate is not verified. False also if nothing listens there.
     *
     * @throws NoAnswerException if it accepts a connection and does not answer
     */
    boolean speaksTls(String host, int port) throws NoAnswerException, InterruptedException;

    /**
     * Trusts certificates of a host that one of these authorities has signed, from now on.
     *
     * @param host with its port, if it is not that of https
     * @param authorities a file with their certificates, in PEM form
     * @throws dev.jrelease.failure.ReleaseException of kind ENVIRONMENT if the file contains no certificates
     */
    void trust(String host, Path authorities);

    /** Closes all connections, also those in use. */
    @Override
    void close();
}
