package dev.jrelease.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.jrelease.concurrent.ServiceThreads;
import dev.jrelease.failure.FailureKind;
import dev.jrelease.failure.ReleaseException;
import dev.jrelease.layout.Layouts;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A registry on loopback whose images are those of a layout. Nothing can be pushed to it. */
public final class LayoutServer implements AutoCloseable {
    private final HttpServer server;
    private final ServiceThreads threads;
    private final RegistryAnswers answers;

    private LayoutServer(HttpServer server, ServiceThreads threads, RegistryAnswers answers) {
        this.server = server;
        this.threads = threads;
        this.answers = answers;
    }

    /**
     * Starts to serve.
     *
     * @param port 0 for a free one
     * @param layouts opens it
     * @throws ReleaseException of kind ENVIRONMENT if the folder is no layout, or the port is in use
     */
    public static LayoutServer start(Path layout, int port, Layouts layouts) {
        ServedImages _ = ServedImages.in(layout, layouts);
        // Without it each answer with a body waits 40 ms for the client's acknowledgement of the headers.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            LayoutServer server =
                    new LayoutServer(http, new ServiceThreads("serve"), new RegistryAnswers(layout, layouts));
            http.setExecutor(server.threads.executor());
            http.createContext("/", server::handle);
            http.start();
            return server;
        } catch (IOException problem) {
            throw ReleaseException.couldNot(FailureKind.ENVIRONMENT, "serve on port " + port)
                    .because(problem)
                    .hint("choose another port with --port; 0 takes a free one")
                    .build();
        }
    }

    /** Host and port, as image references have them. */
    public String address() {
        return "localhost:" + server.getAddress().getPort();
    }

    /** References to the images that there are now. */
    public List<String> references() {
        List<String> all = new ArrayList<>();
        answers.images().names().forEach(name -> all.add(address() + "/" + name));
        return all;
    }

    /** Serves until the thread is interrupted. */
    public void await() throws InterruptedException {
        new CountDownLatch(1).await();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            boolean reads = exchange.getRequestMethod().equals("GET")
                    || exchange.getRequestMethod().equals("HEAD");
            send(exchange, reads ? answer(exchange) : Answer.error(405, "UNSUPPORTED", "this registry is read-only"));
        }
    }

    private Answer answer(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        try {
            return answers.answer(exchange.getRequestURI().getPath(), range == null ? "" : range);
        } catch (ReleaseException damaged) {
            return Answer.error(500, "UNKNOWN", String.valueOf(damaged.getMessage()));
        }
    }

    private static void send(HttpExchange exchange, Answer answer) throws IOException {
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.getResponseHeaders().set("Docker-Distribution-API-Version", "registry/2.0");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Long.toString(answer.length()));
            exchange.sendResponseHeaders(answer.status(), -1);
            return;
        }
        exchange.sendResponseHeaders(answer.status(), answer.length() == 0 ? -1 : answer.length());
        try (InputStream content = answer.body().open();
                OutputStream out = exchange.getResponseBody()) {
            copy(content, out, answer.length());
        }
    }

    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = length;
        while (left > 0) {
            int read = from.read(buffer, 0, (int) Math.min(left, buffer.length));
            if (read < 0) {
                throw new IOException("the file has become shorter");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
