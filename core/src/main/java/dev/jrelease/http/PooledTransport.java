package dev.jrelease.http;

import dev.jrelease.concurrent.Lazy;
import dev.jrelease.environment.Environment;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.Configurable;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;

/** The transport with Apache HttpClient: HTTP/1.1 with reused connections. */
public final class PooledTransport implements HttpTransport {
    private final Timeouts timeouts;
    private final CertificateFolders certificates;
    private final Lazy<CloseableHttpClient> verified;
    private final Lazy<CloseableHttpClient> trusting;

    /** Uses the proxies of the environment. */
    public PooledTransport(Environment environment) {
        this(environment, Timeouts.STANDARD);
    }

    public PooledTransport(Environment environment, Timeouts timeouts) {
        this(environment, timeouts, CertificateFolders.of(environment));
    }

    PooledTransport(Environment environment, Timeouts timeouts, CertificateFolders certificates) {
        this.timeouts = timeouts;
        this.certificates = certificates;
        this.verified = new Lazy<>(() -> PooledClient.create(environment, Trust.VERIFIED, certificates, timeouts));
        this.trusting = new Lazy<>(() -> PooledClient.create(environment, Trust.ANY, certificates, timeouts));
    }

    /**
     * The time-outs without progress.
     *
     * @param connect until a connection is established
     * @param answer until TLS is established, and until the next byte of a response without content
     * @param progress until the next byte of another response, or until a server accepts more of a body
     */
    public record Timeouts(Duration connect, Duration answer, Duration progress) {
        /** Five attempts without an answer end within half a minute, five without progress within three minutes. */
        public static final Timeouts STANDARD =
                new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(4), Duration.ofSeconds(30));

        Duration of(ReadTimeout kind) {
            return switch (kind) {
                case ANSWER -> answer;
                case TRANSFER -> progress;
            };
        }
    }

    @Override
    public HttpResponse send(HttpRequest request) throws IOException, InterruptedException {
        CloseableHttpClient client = client(request.trust());
        HttpUriRequestBase message = message(request);
        message.setConfig(config(client, timeouts.of(request.readTimeout())));
        try {
            return response(client.executeOpen(target(request.uri()), message, null), message::cancel);
        } catch (IOException problem) {
            if (Thread.interrupted()) {
                throw interruption(problem);
            }
            throw plain(problem, timeouts.of(request.readTimeout()));
        }
    }

    /** Always set, because a reused connection keeps the time-out of the request before. */
    private static RequestConfig config(CloseableHttpClient client, Duration timeout) {
        RequestConfig standard =
                client instanceof Configurable configurable ? configurable.getConfig() : RequestConfig.DEFAULT;
        return RequestConfig.copy(standard)
                .setResponseTimeout(Timeout.of(timeout))
                .build();
    }

    @Override
    public void trust(String host, Path authorities) {
        List<Certificate> _ = Pem.certificates(authorities);
        certificates.trust(host, authorities);
    }

    @Override
    public boolean speaksTls(String host, int port) throws NoAnswerException, InterruptedException {
        try {
            return TlsProbe.isAnswered(host, port, timeouts.answer());
        } catch (NoAnswerException silent) {
            throw silent;
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

    /** Replaces exceptions of the library. */
    private static IOException plain(IOException problem, Duration timeout) {
        if (problem.getClass() == SocketTimeoutException.class && !StreamedEntity.stalled(problem)) {
            return new NoAnswerException(timeout);
        }
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
                .filter(Lazy::used)
                .forEach(client -> client.get().close(CloseMode.IMMEDIATE));
    }
}
