package dev.jrelease.testkit.registry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import dev.jrelease.testkit.registry.Storage.Content;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request and its answer. */
final class Call {
    private final HttpExchange exchange;
    private final RequestLog log;
    private String user = "";
    private @Nullable Fault distortion;
    private Stall stall = () -> {};

    Call(HttpExchange exchange, RequestLog log) {
        this.exchange = exchange;
        this.log = log;
    }

    String method() {
        return exchange.getRequestMethod();
    }

    boolean reads() {
        return method().equals("GET") || method().equals("HEAD");
    }

    String path() {
        return exchange.getRequestURI().getPath();
    }

    Parameters query() {
        return Parameters.parse(exchange.getRequestURI().getRawQuery());
    }

    Parameters form() throws IOException {
        return Parameters.parse(new String(body().readAllBytes(), StandardCharsets.UTF_8));
    }

    /** Scheme and authority as the client wrote them, for the addresses it is sent to next. */
    String origin() {
        String scheme = exchange instanceof HttpsExchange ? "https://" : "http://";
        return scheme + header("Host").orElse("localhost");
    }

    Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    List<String> headers(String name) {
        return exchange.getRequestHeaders().getOrDefault(name, List.of());
    }

    InputStream body() {
        InputStream body = exchange.getRequestBody();
        return distortion instanceof Fault.BreakUpload broken
                ? new BrokenStream(body, broken.afterBytes(), () -> log.enter(request(0)))
                : body;
    }

    /** The port that this connection comes from. */
    int port() {
        return exchange.getRemoteAddress().getPort();
    }

    void read(int bytes) throws IOException {
        body().readNBytes(bytes);
    }

    /** How many looks at what this request writes come too early. */
    int looksTooEarly() {
        return distortion instanceof Fault.Lagging lag ? lag.looks() : 0;
    }

    void loggedIn(String name) {
        user = name;
    }

    void distort(Fault fault) {
        distortion = fault;
    }

    /** Distorts the answer, which waits so where it stops. */
    void distort(Fault fault, Stall waiting) {
        distortion = fault;
        stall = waiting;
    }

    /** Waits for as long as there is to wait. */
    @FunctionalInterface
    interface Stall {
        void await() throws IOException;
    }

    /** This request for the log. */
    Request request(int status) {
        return new Request(method(), exchange.getRequestURI().toString(), user, status);
    }

    Call with(String header, String value) {
        exchange.getResponseHeaders().set(header, value);
        return this;
    }

    Call withDigest(String digest) {
        String shown = distortion instanceof Fault.WrongDigest ? Sha256.of(new byte[] {1}) : digest;
        return with("Docker-Content-Digest", shown);
    }

    void answer(int status) throws IOException {
        answer(status, new byte[0]);
    }

    void answer(int status, byte[] body) throws IOException {
        answer(status, Content.of(body), 0, body.length);
    }

    /** Answers with a part of the content. */
    void answer(int status, Content content, long from, long length) throws IOException {
        if (distortion instanceof Fault.LoseAnswer) {
            drop(0);
        }
        log.enter(request(status));
        if (method().equals("HEAD")) {
            with("Content-Length", Long.toString(length));
            exchange.sendResponseHeaders(status, -1);
        } else if (length == 0 && distortion instanceof Fault.CutAnswer) {
            throw new IOException("the answer was cut on purpose");
        } else if (length == 0) {
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, length);
            try (InputStream in = content.open()) {
                in.skipNBytes(from);
                copy(in, length, exchange.getResponseBody());
            }
        }
        exchange.close();
    }

    private void copy(InputStream in, long length, OutputStream out) throws IOException {
        long left = Math.min(
                length,
                switch (distortion) {
                    case Fault.CutAnswer cut -> Math.min(cut.afterBytes(), length - 1);
                    case Fault.StallAnswer stalled -> Math.min(stalled.afterBytes(), length - 1);
                    case null, default -> length;
                });
        if (distortion instanceof Fault.CorruptAnswer) {
            out.write(~in.read());
            left--;
        }
        byte[] buffer = new byte[64 * 1024];
        while (left > 0) {
            int read = in.readNBytes(buffer, 0, (int) Math.min(buffer.length, left));
            out.write(buffer, 0, read);
            left -= read;
        }
        out.flush();
        stall.await();
        if (distortion instanceof Fault.CutAnswer || distortion instanceof Fault.StallAnswer) {
            throw new IOException("the answer was cut on purpose");
        }
    }

    /** Ends the connection without an answer, once so much of the request was read. */
    void drop(int afterBytes) throws IOException {
        body().readNBytes(afterBytes);
        log.enter(request(0));
        throw new IOException("the connection was dropped on purpose");
    }
}
