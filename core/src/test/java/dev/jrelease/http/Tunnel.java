package dev.jrelease.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy that wants a password, and joins whatever host it is asked for to one port of this machine. */
public final class Tunnel implements AutoCloseable {
    private static final String LOGIN = "Proxy-Authorization: Basic YW5uYTpzZWNyZXQ=\r\n";

    private final ServerSocket entrance = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final int target;

    public Tunnel(int target) throws IOException {
        this.target = target;
        Thread.startVirtualThread(this::accept);
    }

    public String url() {
        return "http://anna:secret@127.0.0.1:" + entrance.getLocalPort();
    }

    /** The first line of every request. */
    public List<String> requests() {
        return requests;
    }

    private void accept() {
        while (!entrance.isClosed()) {
            try {
                Socket client = entrance.accept();
                Thread.startVirtualThread(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket inside = new Socket(InetAddress.getLoopbackAddress(), target)) {
            while (!admit(client)) {}
            Thread.startVirtualThread(() -> relay(inside, client));
            relay(client, inside);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private boolean admit(Socket client) throws IOException {
        String head = head(client.getInputStream());
        requests.add(head.lines().findFirst().orElse(""));
        boolean known = head.contains(LOGIN);
        String answer = known
                ? "HTTP/1.1 200 Connected\r\n\r\n"
                : "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n";
        client.getOutputStream().write(answer.getBytes(StandardCharsets.US_ASCII));
        return known;
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client went away");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static void relay(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            in.transferTo(out);
            to.shutdownOutput();
        } catch (IOException ended) {
            // Either side may end it.
        }
    }

    @Override
    public void close() throws IOException {
        entrance.close();
    }
}
