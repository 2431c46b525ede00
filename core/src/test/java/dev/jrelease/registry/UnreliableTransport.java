package dev.jrelease.registry;

import dev.jrelease.environment.Environment;
import dev.jrelease.http.Body;
import dev.jrelease.http.HttpRequest;
import dev.jrelease.http.HttpResponse;
import dev.jrelease.http.HttpTransport;
import dev.jrelease.http.NoAnswerException;
import dev.jrelease.http.PooledTransport;
import dev.jrelease.http.UnreadableBodyException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A way to a real server on which a proxy limits bodies, and on which connections break in the middle of them. */
final class UnreliableTransport implements HttpTransport {
    private static final Path NOWHERE = Path.of("/nonexistent");

    private final HttpTransport way = new PooledTransport(new Environment(Map.of(), NOWHERE, NOWHERE));
    private final long largest;
    private final AtomicInteger breaks = new AtomicInteger();
    private final List<String> sent = new CopyOnWriteArrayList<>();

    UnreliableTransport(long largest) {
        this.largest = largest;
    }

    /** The next requests with a large body break after half of it. */
    void breakNext(int times) {
        breaks.set(times);
    }

    /** The methods of the requests so far that carried something, with how much that was. */
    List<String> sent() {
        return sent;
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        if (!(request.body() instanceof Body.Stream body) || body.length() == 0) {
            return way.send(request);
        }
        sent.add(request.method() + " " + body.length());
        if (body.length() > largest) {
            return ScriptedTransport.answerWithBody(413, "<html>too large</html>", "Content-Type", "text/html");
        }
        return breaks.getAndUpdate(left -> Math.max(0, left - 1)) > 0 ? broken(request, body) : way.send(request);
    }

    private HttpResponse broken(HttpRequest request, Body.Stream body) throws IOException, InterruptedException {
        Body half =
                new Body.Stream(body.length(), () -> new Broken(body.source().open(), body.length() / 2));
        try {
            return way.send(request.with(half));
        } catch (UnreadableBodyException _) {
            throw new SocketException("Connection reset");
        }
    }

    private static final class Broken extends FilterInputStream {
        private long left;

        Broken(InputStream in, long length) {
            super(in);
            this.left = length;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                throw new IOException("half of it is enough");
            }
            int read = super.read(buffer, offset, (int) Math.min(left, length));
            left -= Math.max(0, read);
            return read;
        }
    }

    @Override
    public void trust(String host, Path authorities) {
        way.trust(host, authorities);
    }

    @Override
    public boolean speaksTls(String host, int port) throws NoAnswerException, InterruptedException {
        return way.speaksTls(host, port);
    }

    @Override
    public void close() {
        way.close();
    }
}
