package dev.jrelease.testkit.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Where connections come in. A client that speaks TLS to a plain server, or plain http to one with TLS, gets an error at once,
 * as registries written in Go do; the JDK's server would let a TLS client wait for its own timeout.
 */
final class SchemeProxy implements AutoCloseable {
    private static final int TLS_HANDSHAKE = 0x16;
    private static final int LINGER_MILLIS = 500;

    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final ServerSocket entrance;
    private final InetSocketAddress server;
    private final boolean tls;
    private final Connections connections;

    SchemeProxy(int port, InetSocketAddress server, boolean tls, Connections connections) throws IOException {
        this.entrance = new ServerSocket(port, 0, InetAddress.getLoopbackAddress());
        this.server = server;
        this.tls = tls;
        this.connections = connections;
        executor.execute(this::open);
    }

    int port() {
        return entrance.getLocalPort();
    }

    private void open() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                executor.execute(() -> welcome(client));
            } catch (IOException _) {
                // Closed, or a client that left before it was served.
            }
        }
    }

    private void welcome(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            int first = client.getInputStream().read();
            if (first < 0) {
                return;
            }
            if ((first == TLS_HANDSHAKE) == tls) {
                relay(client, first);
            } else {
                refuse(client);
            }
        } catch (IOException _) {
            // The connection ended, which either side may do at any time.
        }
    }

    private void refuse(Socket client) throws IOException {
        String reason = tls ? "Client sent an HTTP request to an HTTPS server.\n" : "";
        String answer = "HTTP/1.0 400 Bad Request\r\nConnection: close\r\n\r\n" + reason;
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        endAnswers(client);
        client.getInputStream().transferTo(OutputStream.nullOutputStream());
    }

    private void relay(Socket client, int first) throws IOException {
        try (Socket inside = new Socket(server.getAddress(), server.getPort())) {
            inside.setTcpNoDelay(true);
            connections.add(inside.getLocalPort(), client);
            var answers = CompletableFuture.runAsync(() -> answers(inside, client), executor);
            inside.getOutputStream().write(first);
            requests(client, inside);
            answers.join();
            connections.remove(inside.getLocalPort());
        }
    }

    private static void answers(Socket inside, Socket client) {
        try {
            inside.getInputStream().transferTo(client.getOutputStream());
            endAnswers(client);
        } catch (IOException _) {
            close(client);
        }
    }

    private static void close(Socket client) {
        try {
            client.close();
        } catch (IOException _) {
            // It is of no more use either way.
        }
    }

    /** What a client still sends is read for a moment: closing at once could take the answer from it. */
    private static void endAnswers(Socket client) throws IOException {
        client.setSoTimeout(LINGER_MILLIS);
        client.shutdownOutput();
    }

    private static void requests(Socket client, Socket inside) throws IOException {
        InputStream in = client.getInputStream();
        try {
            in.transferTo(inside.getOutputStream());
            inside.shutdownOutput();
        } catch (IOException _) {
            in.transferTo(OutputStream.nullOutputStream());
        }
    }

    @Override
    public void close() {
        try {
            entrance.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        executor.shutdownNow();
    }
}
