package dev.jrelease.http;

import dev.jrelease.concurrent.OnFirstUse;
import dev.jrelease.environment.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;

/** The transport over Apache HttpClient, which docker-java brings: HTTP/1.1, connections kept and used again. */
public final class PooledTransport implements HttpTransport {
    private final Timeouts timeouts;
    private final OnFirstUse<CloseableHttpClient> verified;
    private final OnFirstUse<CloseableHttpClient> trusting;

    /** Goes by the proxies that the environment names. */
    public PooledTransport(Environment environment) {
        this(environment, Timeouts.STANDARD);
    }

    public PooledTransport(Environment environment, Timeouts timeouts) {
        this.timeouts = timeouts;
        this.verified = new OnFirstUse<>(() -> PooledClient.create(environment, Trust.VERIFIED, timeouts));
        this.trusting = new OnFirstUse<>(() -> PooledClient.create(environment, Trust.ANY, timeouts));
    }

    /**
     * How long nothing may happen.
     *
     * @param connect until a connection stands, and again until it speaks TLS
     * @param progress until the next byte of an answer arrives, or a server takes the next of a body
     */
    public record Timeouts(Duration connect, Duration progress) {
        /** A registry may be silent for minutes while it stores a large blob. */
        public static final Timeouts STANDARD = new Timeouts(Duration.ofSeconds(10), Duration.ofMinutes(3));
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        HttpUriRequestBase message = message(request);
        try {
            return response(client(request.trust()).executeOpen(target(request.uri()), message, null), message::cancel);
        } catch (IOException problem) {
            if (Thread.interrupted()) {
                throw interruption(problem);
            }
            throw plain(problem);
        }
    }

    @Override
    public boolean speaksTls(String host, int port) throws InterruptedException {
        try {
            return TlsProbe.isAnswered(host, port, timeouts.connect());
        } catch (IOException problem) {
            if (Thread.interrupted()) {
                throw interruption(problem);
            }
            return false;
        }
    }

    private static HttpHost target(URI uri) throws ProtocolException {
        try {
            Authority authority = Authority.of(uri);
            return new HttpHost(uri.getScheme(), authority.host(), authority.port());
        } catch (IllegalArgumentException malformed) {
            throw new ProtocolException("nothing can be at " + uri);
        }
    }

    private static InterruptedException interruption(IOException cause) {
        InterruptedException interruption = new InterruptedException();
        interruption.initCause(cause);
        return interruption;
    }

    /** The library's own classes of exceptions stay inside. */
    private static IOException plain(IOException problem) {
        if (problem instanceof ClientProtocolException notHttp) {
            return new ProtocolException("it does not speak HTTP (" + reason(notHttp) + ")");
        }
        return UnreachableException.of(problem)
                .<IOException>map(unreachable -> unreachable)
                .orElse(problem);
    }

    private static String reason(ClientProtocolException problem) {
        Throwable cause = problem.getCause() == null ? problem : problem.getCause();
        return String.valueOf(cause.getMessage());
    }

    private CloseableHttpClient client(Trust trust) {
        return switch (trust) {
            case VERIFIED -> verified.get();
            case ANY -> trusting.get();
        };
    }

    private HttpUriRequestBase message(HttpRequest request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), request.uri());
        request.headers().forEach(message::addHeader);
        switch (request.body()) {
            case Body.None _ -> {}
            case Body.Bytes body -> message.setEntity(new ByteArrayEntity(body.bytes(), null));
            case Body.Stream body ->
                message.setEntity(new StreamedEntity(body, null, timeouts.progress(), message::cancel));
        }
        return message;
    }

    private static HttpResponse response(ClassicHttpResponse answer, Runnable abort) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : answer.getHeaders()) {
            headers.computeIfAbsent(header.getName(), _ -> new ArrayList<>()).add(header.getValue());
        }
        HttpEntity entity = answer.getEntity();
        InputStream body = entity == null ? InputStream.nullInputStream() : entity.getContent();
        return new HttpResponse(answer.getCode(), new Headers(headers), body, answer, abort);
    }

    @Override
    public void close() {
        Stream.of(verified, trusting)
                .filter(OnFirstUse::used)
                .forEach(client -> client.get().close(CloseMode.IMMEDIATE));
    }
}
