package dev.jrelease.http;

import dev.jrelease.concurrent.ServiceThreads;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.ChunkedInputStream;
import org.apache.hc.core5.http.impl.io.ContentLengthInputStream;
import org.apache.hc.core5.http.impl.io.DefaultHttpRequestParser;
import org.apache.hc.core5.http.impl.io.SessionInputBufferImpl;

/** Answers other programs of this machine. Each connection carries one request. */
public final class LoopbackServer implements AutoCloseable {
    private static final int BUFFER = 64 * 1024;
    /** Engines that try TLS first go on without it if this is the answer, and only then. */
    private static final byte[] NOT_TLS = "HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
            .getBytes(StandardCharsets.US_ASCII);

    private static final int TLS_HANDSHAKE = 0x16;
    private static final int MOST_SILENCE_MILLIS = 120_000;

    private final ServerSocket socket;
    private final Handler handler;
    private final ServiceThreads threads = new ServiceThreads("loopback");
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    private LoopbackServer(ServerSocket socket, Handler handler) {
        this.socket = socket;
        this.handler = handler;
    }

    /** Answers a request. It may leave a part of the body unread. */
    @FunctionalInterface
    public interface Handler {
        ServerAnswer answer(ServerRequest request) throws IOException, InterruptedException;
    }

    /**
     * Listens on a port of 127.0.0.1.
     *
     * @throws IOException if the port is in use
     */
    public static LoopbackServer start(int port, Handler handler) throws IOException {
        LoopbackServer server =
                new LoopbackServer(new ServerSocket(port, 50, InetAddress.getLoopbackAddress()), handler);
        server.threads.executor().execute(server::accept);
        return server;
    }

    /** Host and port. */
    public String address() {
        return "127.0.0.1:" + port();
    }

    public int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket connection = socket.accept();
                open.add(connection);
                threads.executor().execute(() -> serve(connection));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket connection) {
        try (connection) {
            connection.setSoTimeout(MOST_SILENCE_MILLIS);
            InputStream in = new BufferedInputStream(connection.getInputStream(), BUFFER);
            in.mark(1);
            if (in.read() == TLS_HANDSHAKE) {
                connection.getOutputStream().write(NOT_TLS);
                return;
            }
            in.reset();
            answer(in, connection.getOutputStream());
        } catch (IOException | HttpException | RuntimeException gone) {
            // The client reports the failure.
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(connection);
        }
    }

    private void answer(InputStream in, OutputStream out) throws IOException, HttpException, InterruptedException {
        SessionInputBufferImpl buffer = new SessionInputBufferImpl(BUFFER);
        ClassicHttpRequest head = new DefaultHttpRequestParser().parse(buffer, in);
        ServerAnswer answer = handler.answer(new ServerRequest(
                head.getMethod(),
                head.getRequestUri(),
                header("Range", head),
                header("Authorization", head),
                body(head, buffer, in)));
        StringBuilder text = new StringBuilder("HTTP/1.1 " + answer.status() + " -\r\nConnection: close\r\n");
        answer.headers().forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
        text.append("Content-Length: " + answer.length() + "\r\n\r\n");
        out.write(text.toString().getBytes(StandardCharsets.US_ASCII));
        if (!head.getMethod().equals("HEAD")) {
            try (InputStream content = answer.body().open()) {
                copy(content, out, answer.length());
            }
        }
    }

    private static String header(String name, ClassicHttpRequest head) {
        var header = head.getFirstHeader(name);
        return header == null ? "" : String.valueOf(header.getValue());
    }

    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException("the content has become shorter");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    private static InputStream body(ClassicHttpRequest head, SessionInputBufferImpl buffer, InputStream in)
            throws HttpException {
        if (head.containsHeader("Transfer-Encoding")) {
            return new ChunkedInputStream(buffer, in);
        }
        var length = head.getHeader("Content-Length");
        return length == null
                ? InputStream.nullInputStream()
                : new ContentLengthInputStream(buffer, in, Long.parseLong(length.getValue()));
    }

    @Override
    public void close() {
        try {
            socket.close();
            for (Socket connection : open) {
                connection.close();
            }
        } catch (IOException alreadyGone) {
            // There is nothing left to close.
        }
        threads.close();
    }
}
