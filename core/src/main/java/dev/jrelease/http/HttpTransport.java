package dev.jrelease.http;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Sends requests. Follows no redirects, tries nothing twice, keeps no cookies and decompresses nothing: callers see
 * what servers say. May be used by many threads at once.
 */
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
     * Whether a host answers in TLS, found out in a moment and without a proxy; not whether its certificate is good.
     * False also if nothing listens there.
     *
     * @throws NoAnswerException if it takes a connection and stays silent
     */
    boolean speaksTls(String host, int port) throws NoAnswerException, InterruptedException;

    /**
     * From now on a host's certificate is also good if one of these authorities signed it.
     *
     * @param host with its port, where that is not the one of https
     * @param authorities a file with their certificates, in PEM form
     * @throws dev.jrelease.failure.ReleaseException of kind ENVIRONMENT if the file does not hold such
     */
    void trust(String host, Path authorities);

    /** Closes all connections, also those in use. */
    @Override
    void close();
}
